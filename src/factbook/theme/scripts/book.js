/* What every page loads, in the order in which it runs. */
import "./language.js";
import "./rate.js";
import "./rate-panel.js";
import "./number.js";
import "./cite.js";
import "./selection.js";
import "./charts.js";
