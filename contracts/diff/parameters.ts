import { below, type follow, type Json, type JsonObject, listOf, objectOf, pick, textOf } from './json.ts';
import { changed, type Member, type Members, type Shape, shapeOf } from './shape.ts';

type Found = ReturnType<typeof follow>;

/** Headers that OpenAPI describes elsewhere. */
const reserved = ['accept', 'content-type', 'authorization'];
const authorization = 'Authorization header';
const styles: Readonly<Record<string, string>> = { query: 'form', cookie: 'form' };

/** How a list or an object is written into a parameter; of anything else there is one way. */
function styled(shape: Shape): Shape {
  return changed(shape, 'styled', (node) => {
    const types = listOf(node.facts.get('type')?.value);
    if (types.includes('array') || types.includes('object')) return node;
    return { ...node, facts: new Map([...node.facts].filter(([name]) => name !== 'style')) };
  });
}

function parameterOf(document: JsonObject, { value, at }: Found, place: string, name: string): Member {
  const style = textOf(value.style) ?? styles[place] ?? 'simple';
  const isExploded = typeof value.explode === 'boolean' ? value.explode : style === 'form';
  const remarks = pick(value, ['description', 'deprecated', 'example', 'examples']);
  const [content] = Object.entries(objectOf(value.content));
  const shape = shapeOf(document, [
    { schema: { ...remarks, style: isExploded ? `${style}, exploded` : style }, at },
    content
      ? { schema: objectOf(content[1]).schema, at: below(at, 'content', content[0], 'schema') }
      : { schema: value.schema, at: below(at, 'schema') },
  ]);
  const requiredAt = value.required === true ? below(at, 'required') : undefined;
  return { name, group: place, at, requiredAt, shape: styled(shape) };
}

/** Parameters by place and name; those of the path by their position, since callers never write their names. */
export function parametersOf(
  document: JsonObject,
  path: string,
  listed: readonly Found[],
): { readonly parameters: Members; readonly isAuthorized: boolean } {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const parameters = new Map<string, Member>();
  let isAuthorized = false;
  for (const found of listed) {
    const [place, name] = [textOf(found.value.in) ?? 'query', textOf(found.value.name) ?? ''];
    const spelled = place === 'header' ? name.toLowerCase() : name;
    if (place === 'header' && spelled === 'authorization') isAuthorized = true;
    if (place === 'header' && reserved.includes(spelled)) continue;
    const key = place === 'path' ? `path ${names.indexOf(name)}` : `${place} ${spelled}`;
    parameters.set(key, parameterOf(document, found, place, name));
  }
  return { parameters, isAuthorized };
}

function schemeOf(document: JsonObject, name: string, scopes: Json | undefined): string {
  const scheme = objectOf(objectOf(objectOf(document.components).securitySchemes)[name]);
  const { type, in: place, name: header } = scheme;
  const isBearer = type === 'http' && String(scheme.scheme).toLowerCase() === 'bearer';
  if (isBearer || (place === 'header' && String(header).toLowerCase() === 'authorization'))
    return authorization;
  if (type === 'apiKey') return `${place} ${header}`;
  if (type === 'http') return `http ${scheme.scheme}`;
  return [type ?? name, ...listOf(scopes).map(String).sort()].join(' ');
}

/** The ways to authorize a call, without the names that a description gives them. */
export function securityOf(
  document: JsonObject,
  operation: JsonObject,
  isAuthorized: boolean,
): readonly string[] {
  const ways = listOf(operation.security ?? document.security).map((way) =>
    Object.entries(objectOf(way))
      .map(([name, scopes]) => schemeOf(document, name, scopes))
      .sort()
      .join(' + '),
  );
  return ways.length > 0 ? ways : [isAuthorized ? authorization : ''];
}
