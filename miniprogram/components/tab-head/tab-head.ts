/** The head of a tab page, in the place of WeChat's navigation bar and level with its capsule. */
Component({
  data: { top: 0, height: 44, capsule: 0 },
  lifetimes: {
    attached() {
      const { statusBarHeight, windowWidth } = wx.getWindowInfo();
      const button = wx.getMenuButtonBoundingClientRect();
      // The bar is as far below the capsule as the status bar is above it.
      const gap = Math.max(0, button.top - statusBarHeight);
      this.setData({
        top: statusBarHeight,
        height: button.height + gap * 2,
        capsule: windowWidth - button.left,
      });
    },
  },
});
