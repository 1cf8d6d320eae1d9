// Everything on this site can be read without this file. It adds three things:
// sorting a table by a column, showing only some names, and exploring a chart.
"use strict";

(() => {
  const number = (text) => {
    const n = parseFloat(text.replace(/[\s\u202f%]/g, "").replace("−", "-").replace(/^[^\d+.-]*/, ""));
    return Number.isNaN(n) ? null : n;
  };

  // Unknown values stay last, whichever way a column is sorted.
  const compare = (way, byName) => (a, b) => {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
    return way * (byName ? a.key.localeCompare(b.key, document.documentElement.lang) : a.key - b.key) || a.at - b.at;
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      if (!head.hasAttribute("aria-sort")) head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        const byName = !head.classList.contains("number");
        const rows = [...body.rows].map((row, at) => {
          const cell = row.cells[column];
          const text = cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
          return { row, at, key: byName ? text : number(text) };
        });
        rows.sort(compare(down ? -1 : 1, byName));
        for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        body.append(...rows.map((r) => r.row));
      });
    });
  };

  const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

  const filterable = (table) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    label.className = "filter";
    input.type = "search";
    label.append(table.dataset.filter, input);
    table.parentElement.before(label);
    const rows = [...table.tBodies[0].rows].map((row) => [row, plain(row.querySelector("th").textContent)]);
    input.addEventListener("input", () => {
      const wanted = plain(input.value.trim());
      for (const [row, name] of rows) row.hidden = !name.includes(wanted);
    });
  };

  let library = null;
  const load = (root) => (library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = root + "explore/echarts.js";
    script.onload = () => resolve(window.echarts);
    script.onerror = () => { library = null; reject(new Error("no library")); };
    document.head.append(script);
  }));

  // A map to explore has the outlines of the drawing, each under the text of its
  // title. Colours and links stay behind.
  const outlines = (map) => {
    const copy = map.cloneNode(false);
    for (const title of map.querySelectorAll("path > title, circle > title")) {
      const shape = title.parentElement.cloneNode(false);
      shape.setAttribute("name", title.textContent);
      shape.removeAttribute("fill");
      copy.append(shape);
    }
    return copy;
  };

  // An option names its colours by the properties of the style sheet, so that a
  // chart has the colours of its drawing, in a dark scheme too.
  const dressed = (json) => {
    const style = getComputedStyle(document.documentElement);
    return JSON.parse(json, (key, value) =>
      key !== "name" && /^--c-[a-z0-9-]+$/.test(value) ? style.getPropertyValue(value).trim() || value : value);
  };

  // What dragging and pinching a map does, a button does too.
  const roam = (view, { zoom, x, y }) => {
    const [width, height] = [view.getWidth(), view.getHeight()];
    view.dispatchAction({
      type: "geoRoam", componentType: "series", seriesIndex: 0,
      ...(zoom ? { zoom: +zoom, originX: width / 2, originY: height / 2 } : { dx: +x * width / 4, dy: +y * height / 4 }),
    });
  };

  const explorable = (place) => {
    const id = place.dataset.explore;
    const button = place.querySelector("[data-open]");
    const tools = place.querySelector(".roam");
    const drawing = document.getElementById(id + "-drawing");
    const plot = drawing?.querySelector(".c-map") ?? drawing; // the key of a map stays
    let chart = null;
    place.hidden = false;
    const close = () => {
      chart.box.remove();
      chart.view.dispose();
      chart = null;
      plot?.toggleAttribute("hidden", false);
      if (tools) tools.hidden = true;
      button.textContent = button.dataset.open;
      button.focus();
    };
    addEventListener("resize", () => chart && chart.view.resize());
    addEventListener("beforeprint", () => chart && close());
    tools?.addEventListener("click", (event) => {
      const tool = event.target.closest("button");
      if (tool && chart) roam(chart.view, tool.dataset);
    });
    place.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && chart) close();
    });
    button.addEventListener("click", async () => {
      if (chart) return close();
      const root = document.querySelector('script[src$="site.js"]').getAttribute("src").replace(/site\.js$/, "");
      try {
        const echarts = await load(root);
        const option = dressed(document.getElementById(id + "-options").textContent);
        const map = option.series.find((s) => s.type === "map");
        if (map) echarts.registerMap(map.map, { svg: outlines(drawing.querySelector("svg")) });
        const box = document.createElement("div");
        box.className = "explore-box";
        box.style.height = Math.max(320, drawing ? drawing.offsetHeight : 640) + "px";
        (plot ?? place).before(box);
        plot?.toggleAttribute("hidden", true);
        const view = echarts.init(box, null, { renderer: "svg" });
        option.backgroundColor = "transparent";
        option.animation = !matchMedia("(prefers-reduced-motion: reduce)").matches;
        option.tooltip = { ...option.tooltip, renderMode: "richText", confine: true };
        // A template would be escaped as if it were markup, and show "&#39;".
        if (option.tooltip.formatter === "{b}") option.tooltip.formatter = ({ name }) => name;
        view.setOption(option);
        chart = { box, view };
        if (tools) tools.hidden = false;
        button.textContent = button.dataset.close;
      } catch {
        button.replaceWith(place.dataset.failed);
      }
    });
  };

  document.querySelectorAll("table[data-sortable]").forEach(sortable);

  // A dashed edge says that a table goes on beside what is seen, where coloured
  // cells would cover the shadow that says so without a script.
  const wide = new ResizeObserver((boxes) => {
    for (const box of boxes) box.target.classList.toggle("more", box.target.scrollWidth > box.target.clientWidth + 1);
  });
  document.querySelectorAll(".scroll").forEach((box) => wide.observe(box));
  document.querySelectorAll("table[data-filter]").forEach(filterable);
  document.querySelectorAll("[data-explore]").forEach(explorable);
})();
