import type { CertificateDesign } from '../../../../cloudfunctions/shared/universal/certificate-layout';

// What the page says on which a certificate becomes a picture.
export const certificatePageWords = {
  design: '样式',
  designs: { upright: '竖版', wide: '横版', plain: '黑白' } satisfies Record<CertificateDesign, string>,
  label: (name: string, design: string): string => `${name}的证书，${design}。轻点放大，长按可以发给朋友`,
  hint: '证书上的码，扫了就能核对真假。撤销以后，扫码会写明。',
  check: '核对这张证书',
} as const;

/** Why there is no picture. */
export const noCertificateWords = {
  revoked: { title: '表彰已撤销', detail: '撤销以后不再做证书。撤销的原因写在表彰决定里。', action: '看表彰决定' },
  none: { title: '没有这张证书', detail: '不在表彰名单里，或者还没有表彰。', action: '看表彰决定' },
  code: { title: '二维码没有画出来', detail: '微信暂时没有回应，证书还没有做成。请过一会儿再试一次。' },
  drawing: { title: '证书没有画出来', detail: '手机没有画成这张图片。请再试一次。' },
} as const;
