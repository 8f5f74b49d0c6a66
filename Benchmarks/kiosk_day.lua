-- wrk script: pages as people look at them, few of them often and most of them seldom; then latency.lua's summary.
local paths = {}
for line in io.lines(os.getenv("KIOSK_PATHS")) do paths[#paths + 1] = line end
local requests, turn = {}, 0

function init()
    math.randomseed(20150101)
    for place = 1, 50000 do
        -- The places of a list by how often they are asked for: 1/x, as of words in a text.
        local rank = math.floor(math.exp(math.random() * math.log(#paths + 1)))
        requests[place] = wrk.format("GET", paths[math.min(#paths, math.max(1, rank))])
    end
end

function request()
    turn = turn % #requests + 1
    return requests[turn]
end

dofile(os.getenv("KIOSK_SUMMARY"))
