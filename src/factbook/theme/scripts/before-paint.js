/* What must be known before the first paint: what is remembered, light or dark, and the rate that the reader chose, so that
   no amount is seen at another first (rate.css). */
import "./storage.js";
import "./colours.js";
import { read } from "./rate-kept.js";

const rate = read();
if (rate !== null) document.documentElement.dataset.rate = rate;
