import { openRules } from '../../../routes';
import { privacySections, privacyWords } from '../text/privacy';
import { wayWords } from '../text/article';

Page({ data: { words: privacyWords, sections: privacySections, ways: wayWords }, openRules });
