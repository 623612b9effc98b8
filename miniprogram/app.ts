import { connect } from './services/cloud';
import { openMoved } from './routes';

App({
  onLaunch() {
    connect();
  },

  onPageNotFound({ path, query }) {
    // WeChat's types do not say what a query holds: texts by name.
    openMoved(path, query as Record<string, string>);
  },
});
