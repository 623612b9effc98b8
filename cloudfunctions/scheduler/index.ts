import cloud from 'wx-server-sdk';
export const main = (): unknown => cloud.getWXContext();
