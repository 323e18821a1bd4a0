-- For wrk: pages of results for the prepared queries one after another; at the end a line of JSON.
--   wrk -t 2 -c 16 -d 15s -s tools/bench/queries.lua http://127.0.0.1:PORT -- QUERIES
local paths, next_path = {}, 0

local function encoded(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

function init(arguments)
  for line in io.lines(arguments[1]) do
    paths[#paths + 1] = "/zoeken?q=" .. encoded(line:match("^[^\t]*"))
  end
  next_path = math.random(#paths)
end

function request()
  next_path = next_path % #paths + 1
  return wrk.format("GET", paths[next_path], {["Accept-Encoding"] = "gzip"})
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format('{"engine":"own","mode":"http","requests_s":%.1f,"p50_ms":%.1f,"p99_ms":%.1f,"failed":%d}\n',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
