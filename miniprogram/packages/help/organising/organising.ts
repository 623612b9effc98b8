import { openBecoming, openMyPolls } from '../../../routes';
import { organisingSections, organisingWords } from '../text/organising';
import { wayWords } from '../text/article';

Page({ data: { words: organisingWords, sections: organisingSections, ways: wayWords }, openMyPolls, openBecoming });
