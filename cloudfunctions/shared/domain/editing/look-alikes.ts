/**
 * Characters that look the same, one row for each look: Latin, Greek, Cyrillic, Cherokee, Armenian, Kana and Han of Unicode's table of
 * confusables (https://www.unicode.org/Public/security/latest/confusables.txt, UTS #39, version 13), as far as compatibility
 * normalisation leaves them apart and each stands for one character.
 */
const unicodeLooks =
  '2ƧꙄꝚ 3ƷȜЗӠꝪꞫ 4Ꮞ 5Ƽ 6бᏮ 8Ȣȣ 9Ꝯ AΑАᎪ BΒВᏴꞴ CСᏟ DᎠ EΕЕᎬ FϜꞘ GԌᏀᏳ HΗНᎻ JͿЈᎫꞲ KΚКᏦ LᏞ MΜϺМᎷ NΝ O0ΟОՕ〇 PΡРᏢ RƦᎡᏒ SЅՏᏕᏚ TΤТᎢ UՍ VѴᏙ WԜᎳᏔ XΧХꞳ YΥУҮᎩᎽ ZΖᏃ aɑαа bƄЬᏏ cсᴄꮯ dԁᏧ eеҽꬲ fքẝꞙꬵ gƍɡցᶃ hһհᏂ iıɩɪιіӏᎥꙇꭵ jϳј l1IƖǀΙІӀ nոռ oοσоօᴏᴑꬽ pρр qԛգզ rгᴦꭇꭈꮁ sƽѕꜱꮪ uʋυսᴜꞟꭎꭒ vνѵᴠꮩ wɯѡԝաᴡꮃ xх yɣʏγуүᶌỿꭚ zᴢꮓ ÅȦ ÞϷ ßβᏰꞵ åȧ þƿϸ ĂǍ ăǎ ĔĚ ĕě ĞǦ ğǧ ģǵ ĬǏ ĭǐ ĸκкᴋꮶ ŎǑ ŏǒ ŢȚ ŬǓ ŭǔ ƅьꮟ ƆϽ ƏӘ ƐԐᏋ ƨᴤꙅ ƩΣ ƫţțᎿ ǝəә ǶԊ ȝʒӡꝫ ȷյ ɂꭾ ɅΛЛ ɋᶐ ɔͻᴐↄ ɜзᴈ ɢԍᏻꮐ ɰպ ɲņ ɸφф ʀꭱꮢ ʃꭍ ʌᴧ ʍмᴍꮇ ʘꙨ ʙвᏼ ʚꞝ ʜнꮋ ʟꮮ ΓГᎱ ΠП ΦФՓ ΨѰ πпᴨ ςϛ χꭓꭕ ψѱ ωꙍꞷ ЍЙ ИͶ йѝ лᴫ љꭠ ѠᏇ ҶӋ ҷӌ ةö ሆՄ ቡՌ ኮԻ ጣՊ Ꮿῶ ᴀꭺ ᴅꭰ ᴇꭼ ᴊꭻ ᴎͷи ᴘᴩꮲ ᴙя ᴛτтꭲ ẟδծ ⱵͰᎨᎰ ⱶꮀ へヘ ー一ꟷ 㔾⺋ 㖈䎛 㘽㦳 㣺⺗ 㩁搉 㫚曶 㬵胶 㬺幐 㬻䐠 㮣槩 䀹鿃 䀿晣 䑃朦 䚶訞 丬⺦ 乚⺃ 乛⺂ 亀⻲ 二ニ 亻⺅イ 併倂 値值 兀⺎ 八ハ 刂⺉ 力カ 卜ト 口ロ囗 啓啟 土士 塡填 墫壿 夕タ 媯嬀 尢⺐ 尣⺏ 工エ 巳⺒ 帡帲 幺⺓ 彑⺔ 忄⺖ 戶戸 扌⺘ 攵⺙ 斉⻫ 旡⺛ 晚晩 朌肦 朏胐 朐胊 朓脁 朘脧 朣膧 杮柿 榝樧 歯⻭ 歺⺞ 民⺠ 氵⺡ 氺⺢ 溈潙 灬⺣ 爫⺤ 犭⺨ 研硏 礻⺭ 竜⻯ 糹⺯ 絕絶 罒⺫⺲ 罓⺱ 耂⺹ 肀⺺ 胼腁 艹⺾⺿⻀ 蒍蔿 蘷虁 虎⻁ 衤⻂ 西⻄ 覀⻃ 见⻅ 訮詽 讆讏 讠⻈ 豜豣 贝⻉ 赿趆 跥跺 躗躛 軿輧 车⻋ 辶⻌⻍ 郎郞 鎭鎮 钅⻐ 長⻑ 镸⻒ 长⻓ 门⻔ 阝⻏⻖ 隷隸 青⻘ 韦⻙ 页⻚ 风⻛ 飞⻜ 食⻝ 飠⻟ 饣⻠ 马⻢ 鬼⻤ 鱼⻥ 鹂鹃 麦⻨ 黄⻩ 黑黒 齐⻬ 齿⻮ 龙⻰ ꓕꞱ ꓤꞞ ꙌꞶ ꜧꞕ ꜾϿ ꜿͽ Ꝺꝺ ꞒЄ ꞓɛεєԑꮛ ꭑṃ 𐊨Ꚛ 𐐒Ꞛ 𐐺ꞛ';

/** And what readers of Chinese take for one another, which that table leaves out. */
const chineseLooks = '末未 己已巳 日曰 人入 戊戌戍 干千 天夭 睛晴 祟崇 候侯 暑署 采釆 汨汩 ー— 〇0';

/** Characters by the one that stands for their look. */
const looks = new Map<string, string>();
for (const row of `${unicodeLooks} ${chineseLooks}`.split(' ')) {
  const characters = Array.from(row);
  // A row that meets an earlier one joins it.
  const stands = characters.map((each) => looks.get(each)).find((each) => each !== undefined) ?? row.slice(0, 1);
  for (const character of characters) looks.set(character, looks.get(character) ?? stands);
}

/** A name as it looks: width, case, white space, punctuation and what does not show aside, and look-alikes as one. */
export function lookOf(name: string): string {
  return Array.from(name.normalize('NFKC'), (character) => looks.get(character) ?? character)
    .map((character) => {
      const small = character.toLowerCase();
      return looks.get(small) ?? small;
    })
    .join('')
    .replace(/[\s\p{P}\p{S}\p{Default_Ignorable_Code_Point}]+/gu, '');
}
