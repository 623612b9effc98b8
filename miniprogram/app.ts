import { connect } from './services/cloud';

App({
  onLaunch() {
    connect();
  },
});
