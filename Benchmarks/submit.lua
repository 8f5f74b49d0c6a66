-- wrk script: files one application (居住证签注, no materials) per request. Needs MINBEN_TOKEN.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("MINBEN_TOKEN")
wrk.body = os.getenv("MINBEN_BODY")

local refused = 0
function response(status)
    if status ~= 201 then refused = refused + 1 end
end

function done(summary)
    io.write(string.format("errors: %d non-2xx, %d socket\n", summary.errors.status, summary.errors.read + summary.errors.timeout))
end
