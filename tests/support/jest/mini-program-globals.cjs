// What miniprogram-simulate lacks for our components: `Page`, so that a page can be rendered like a component.
global.Page = (definition) => {
  const { data, onLoad, onReady, onUnload, ...methods } = definition;
  return global.Component({
    data,
    methods,
    lifetimes: { attached: onLoad, ready: onReady, detached: onUnload },
  });
};
