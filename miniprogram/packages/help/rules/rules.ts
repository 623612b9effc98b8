import { openPrivacy } from '../../../routes';
import { ruleSections, rulesWords } from '../text/rules';
import { wayWords } from '../text/article';

Page({ data: { words: rulesWords, sections: ruleSections, ways: wayWords }, openPrivacy });
