// Generated from openapi.yaml by `npm run contract -- build`; do not edit.
export interface paths {
    readonly "/v2/binding/enduserapi/batchGetPureBtResetCredentials": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 批量获取纯蓝牙设备重置凭证
         * @description 批量获取纯蓝牙设备重置凭证
         */
        readonly post: operations["postV2BindingEnduserapiBatchGetPureBtResetCredentials"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly PkDkDto: {
            /** @description Device Key */
            readonly dk: string;
            /** @description Product Key */
            readonly pk: string;
        };
        readonly ResetCredentialsDto_7ee5be: {
            /**
             * Format: int32
             * @description 响应状态码
             * @constant
             */
            readonly code: 200;
            /** @description 响应数据 */
            readonly data: components["schemas"]["ResetCredentialsDto"];
            /** @description 响应消息 */
            readonly msg?: string;
            /** @description 扩展消息 */
            readonly extMsg?: string | null;
        };
        readonly ResetCredentialsDto: {
            /** @description 失败列表 */
            readonly failedList: readonly components["schemas"]["ResetCredentialsFailedDto"][];
            /** @description 成功列表 */
            readonly successList: readonly components["schemas"]["ResetCredentialsSuccessDto"][];
        };
        readonly ResetCredentialsFailedDto: {
            /** @description dk */
            readonly dk: string;
            /** @description 失败原因 */
            readonly msg: string;
            /** @description pk */
            readonly pk: string;
        };
        readonly ResetCredentialsSuccessDto: {
            /** @description dk */
            readonly dk: string;
            /** @description pk */
            readonly pk: string;
            /** @description 纯蓝牙设备重置凭证 */
            readonly resetCredentials: string;
        };
        readonly Error5032: {
            /** @constant */
            readonly code: 5032;
            /** @description 响应消息 */
            readonly msg: string;
            /** @description 响应数据 */
            readonly data?: Record<string, never> | null;
            /** @description 扩展消息 */
            readonly extMsg?: string | null;
        };
        readonly Error5106: {
            /** @constant */
            readonly code: 5106;
            /** @description 响应消息 */
            readonly msg: string;
            /** @description 响应数据 */
            readonly data?: Record<string, never> | null;
            /** @description 扩展消息 */
            readonly extMsg?: string | null;
        };
        readonly BusinessErrorAnswer: {
            /**
             * Format: int32
             * @description 响应状态码
             */
            readonly code: number;
            /** @description 响应数据 */
            readonly data?: Record<string, never> | null;
            /** @description 响应消息 */
            readonly msg: string;
            /** @description 扩展消息 */
            readonly extMsg?: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly postV2BindingEnduserapiBatchGetPureBtResetCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": readonly components["schemas"]["PkDkDto"][];
            };
        };
        readonly responses: {
            /** @description 批量获取纯蓝牙设备重置凭证成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResetCredentialsDto_7ee5be"] | components["schemas"]["Error5032"] | components["schemas"]["Error5106"] | components["schemas"]["BusinessErrorAnswer"];
                };
            };
        };
    };
}
