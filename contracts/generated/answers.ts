// Generated from openapi.yaml by `npm run contract -- build`; do not edit.
import type { components, operations } from './openapi.ts';
/** The answers of each operation, by outcome. */
export interface Answers {
    readonly postV2BindingEnduserapiBatchGetPureBtResetCredentials: {
        readonly "success": components["schemas"]["ResetCredentialsDto_7ee5be"];
        readonly "5032": components["schemas"]["Error5032"];
        readonly "5106": components["schemas"]["Error5106"];
        readonly "200": components["schemas"]["ResetCredentialsDto_7ee5be"];
        readonly "other": components["schemas"]["BusinessErrorAnswer"];
    };
}
