/** WeChat's: most templates in one question for consent to messages. */
export const mostTemplates = 3;
