-- Reads resources, one after the other.
-- Arguments: file of resources (path, bearer token; by tabs), number of threads.
local resources, at = {}, 1

function init(arguments)
    for _, line in ipairs(share(arguments[1], tonumber(arguments[2]))) do
        local path, token = line:match("([^\t]*)\t([^\t]*)")
        resources[#resources + 1] = { path = path, headers = { ["Authorization"] = "Bearer " .. token } }
    end
end

function next_request()
    return wrk.format("GET", resources[at].path, resources[at].headers)
end

function on_answer(status, headers, body)
    if status == 200 then
        success()
    else
        failing(status, body)
    end
    at = at % #resources + 1
end

dofile(os.getenv("KEYWARD_LUA") .. "/load.lua")
