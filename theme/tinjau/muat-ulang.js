// Loads a page of the preview again when content or theme changed; asks only while it is looked at.
const mine = document.currentScript.dataset.versi;
let news;

function listen() {
  news?.close();
  if (document.hidden) return;
  news = new EventSource("/tinjau/perubahan");
  news.onmessage = (event) => {
    if (event.data !== mine && event.data !== "0") location.reload();
  };
}

document.addEventListener("visibilitychange", listen);
listen();
