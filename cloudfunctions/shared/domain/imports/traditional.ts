/** Traditional characters that headings and remarks are written in, each followed by its simplified one. */
const pairs =
  '紹绍繫系項项稱称單单編编號号簡简類类別别組组賽赛領领實实跡迹創创績绩說说選选薦荐報报參参評评審审區区縣县鄉乡鎮镇' +
  '學学校校機机構构團团隊队個个人人聯联絡络電电話话備备註注負负責责處处級级專专業业職职務务歷历齡龄證证圖图' +
  '視视頻频鏈链網网郵邮時时間间預预額额數数權权點点結结題题標标詞词語语讀读內内詳详細细狀状況况經经驗验' +
  '舉举採采過过進进現现屬属場场館馆門门牽牵頭头協协辦办動动課课產产發发會会體体應应當当對对為为義义觀观' +
  '範范飾饰劃划畫画書书記记錄录計计總总財财務务續续滿满眾众長长遠远續续複复廣广價价値值優优勢势簽签蓋盖' +
  '軌轨賽赛類类節节樂乐劇剧藝艺術术師师員员嘉嘉獎奖項项製制樣样貼贴顏颜開开關关運运營营鑑鉴舊旧傳传' +
  '後后徑径於于與与並并從从這这無无來来國国萬万歲岁據据條条約约護护處处擔担擴扩擬拟攝摄攜携敘叙數数斷断' +
  '連连鍵键際际隨随難难靈灵靜静響响頁页順顺須须顯显願愿類类飛飞養养驅驱體体鮮鲜麗丽龍龙蹟迹聽听屆届醫医護护曆历幣币錢钱遞递導导師师';

const simpleByTraditional = new Map<string, string>();
const characters = Array.from(pairs);
for (let at = 0; at + 1 < characters.length; at += 2) {
  simpleByTraditional.set(characters[at] ?? '', characters[at + 1] ?? '');
}

/** A heading in simplified characters; for comparing alone, never kept. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => simpleByTraditional.get(character) ?? character);
}
