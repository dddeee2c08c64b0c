-- What wrk asks: every address of a site in turn, plain and compressed; its figures as JSON.
local addresses, number = {}, 0
for line in io.lines(os.getenv("ADDRESSES")) do addresses[#addresses + 1] = line end

function request()
    number = number + 1
    local headers = { ["Accept-Encoding"] = number % 2 == 0 and "gzip" or "identity" }
    return wrk.format("GET", addresses[number % #addresses + 1], headers)
end

function done(summary)
    local parts = { string.format('"requests": %d, "bytes": %d', summary.requests, summary.bytes) }
    for name, count in pairs(summary.errors) do
        parts[#parts + 1] = string.format('"%s": %d', name, count)
    end
    print("{" .. table.concat(parts, ", ") .. "}")
end
