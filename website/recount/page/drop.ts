/**
 * Lets files be dropped anywhere on the page: who misses the marked place must not lose the page to the file.
 * @param place shows that a file is over the page
 */
export function acceptDrops(place: HTMLElement, onFiles: (files: File[]) => void): void {
  // Every element that is entered and left on the way counts once up and once down.
  let depth = 0;
  const show = (change: number): void => {
    depth = Math.max(0, depth + change);
    place.classList.toggle('over', depth > 0);
  };
  addEventListener('dragenter', () => show(1));
  addEventListener('dragleave', () => show(-1));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    show(-depth);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
}
