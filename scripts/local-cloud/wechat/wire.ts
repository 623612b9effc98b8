import { parse } from 'protobufjs';

/** The messages of `cloud.openapi` and `cloud.getOpenData`, by the field numbers that wx-server-sdk 4.0.2 writes. */
const { root } = parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message SvrkitApiData { string api_name = 1; bytes req_data = 2; }
  message CommApiData { int32 api_type = 1; OpenApiData openapi_data = 2; SvrkitApiData svrkit_data = 4; string appid = 6; }
  message CommOpenApiResp {
    bytes resp_data = 1; string content_type = 2; int32 error_code = 3; uint32 http_code = 4; int32 svrkit_error_code = 6;
  }
  message OpenDataRequest { repeated string cloudid_list = 2; string appid = 3; }
  message OpenDataItem { string cloud_id = 1; string json = 2; }
  message OpenDataResponse { repeated OpenDataItem data_list = 1; }
`);
const types = {
  request: root.lookupType('CommApiData'),
  response: root.lookupType('CommOpenApiResp'),
  openDataRequest: root.lookupType('OpenDataRequest'),
  openDataResponse: root.lookupType('OpenDataResponse'),
};

/** What an open API was given, by names in snake_case. */
export type Fields = ReadonlyMap<string, unknown>;

/** Reads the fields of a `cloud.openapi` call, each of which is JSON. Throws on bytes that are no such message. */
export function readFields(bytes: Buffer): Fields {
  // The shape is that of the schema above.
  const message = types.request.toObject(types.request.decode(bytes)) as {
    openapiData?: { pairs?: { key: string; value?: Buffer }[] };
  };
  const pairs = message.openapiData?.pairs ?? [];
  return new Map(pairs.map(({ key, value }) => [key, JSON.parse(Buffer.from(value ?? []).toString('utf8'))]));
}

/** Reads the cloudIDs of a `cloud.getOpenData` call. Throws on bytes that are no such message. */
export function readCloudIds(bytes: Buffer): string[] {
  // The shapes are those of the schema above.
  const message = types.request.toObject(types.request.decode(bytes)) as { svrkitData?: { reqData?: Buffer } };
  const inner = message.svrkitData?.reqData ?? Buffer.alloc(0);
  const request = types.openDataRequest.toObject(types.openDataRequest.decode(inner)) as { cloudidList?: string[] };
  return request.cloudidList ?? [];
}

/** Writes an answer of WeChat's server, such as JSON or a picture. */
export function writeAnswer(data: Buffer, contentType: string): Buffer {
  return encode('response', { respData: data, contentType, httpCode: 200 });
}

/** Writes a refusal of the gateway before WeChat's server, such as a missing permission. */
export function writeGatewayError(errorCode: number): Buffer {
  return encode('response', { errorCode, httpCode: 200 });
}

/** Writes the answer to `cloud.getOpenData`: one JSON text for each cloudID. */
export function writeOpenData(items: { cloudId: string; json: string }[]): Buffer {
  return writeAnswer(encode('openDataResponse', { dataList: items }), 'application/octet-stream');
}

function encode(type: keyof typeof types, message: object): Buffer {
  return Buffer.from(types[type].encode(types[type].create(message)).finish());
}
