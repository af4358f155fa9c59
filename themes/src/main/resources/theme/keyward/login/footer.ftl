<#-- Below the card's form. The sign-in pages tell a browser that is new here what a sign-in with it sets off. -->
<#macro content>
    <#if ((kwPage.newBrowser)!false) && ["login", "login-username"]?seq_contains(pageId!"")>
        <p id="keyward-new-device" class="kw-footnote">${msg("keywardNewDeviceHint")}</p>
    </#if>
</#macro>
