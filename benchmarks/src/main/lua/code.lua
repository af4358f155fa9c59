-- Fills in login pages that are open already, and exchanges the code for tokens. wrk shows a script one Set-Cookie of an answer
-- at most, and a login page has several: so the pages, which nobody's password or device is asked for, were fetched before.
-- Arguments: client, file of open pages (path of the form, cookies, name, password; by tabs), number of threads, redirect URI.
local pages, at, client, redirect, code = {}, 1, nil, nil, nil
local type = "application/x-www-form-urlencoded"
local plain = { ["Content-Type"] = type }
local browser = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"

function init(arguments)
    client = encoded(arguments[1])
    redirect = encoded(arguments[4])
    for _, line in ipairs(share(arguments[2], tonumber(arguments[3]))) do
        local path, cookies, name, password = line:match("([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)")
        pages[#pages + 1] = {
            path = path,
            headers = { ["Content-Type"] = type, ["Cookie"] = cookies, ["User-Agent"] = browser },
            form = "credentialId=&username=" .. encoded(name) .. "&password=" .. encoded(password),
        }
    end
end

function next_request()
    if code then
        return wrk.format("POST", nil, plain,
            "grant_type=authorization_code&client_id=" .. client .. "&redirect_uri=" .. redirect .. "&code=" .. code)
    end
    local page = pages[at]
    return wrk.format("POST", page.path, page.headers, page.form)
end

function on_answer(status, headers, body)
    if not code then
        code = status == 302 and (headers["Location"] or ""):match("[?&]code=([^&]+)")
        if code then
            return
        end
    end
    if code and status == 200 then
        success()
    else
        failing(status, body)
    end
    code = nil
    at = at + 1
    if at > #pages then
        at = #pages
        finish()
    end
end

dofile(os.getenv("KEYWARD_LUA") .. "/load.lua")
