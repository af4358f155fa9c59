<#-- What the pages and mails of Keyward share. Plain HTML with the kc… classes of the theme in use, so that the pages
     work under base, keycloak, keycloak.v2 and every theme derived from one of them.

     Never hand a name or an address to msg(): Keycloak resolves placeholders in the arguments. Put them next to the text. -->

<#-- The look that Keycloak's classes do not give. A stylesheet link is allowed in the body. -->
<#macro assets standalone=false waiting=false>
    <link rel="stylesheet" href="${url.resourcesPath}/css/keyward.css">
    <script type="module" src="${url.resourcesPath}/js/keyward-page.js"<#if standalone> data-keyward-standalone</#if>></script>
    <#if waiting>
        <script type="module" src="${url.resourcesPath}/js/keyward-waiting.js"></script>
    </#if>
</#macro>

<#-- keycloak.v2 draws a field with a span around the input, its elders draw the input itself. -->
<#function wrapsInputs>
    <#return properties.kcFormGroupLabelClass?has_content>
</#function>

<#-- One labelled field. kind: text, email, code or password. -->
<#macro field name label kind="text" value="" error="" hint="" autocomplete="off" autofocus=false required=true>
    <#local wrapped = wrapsInputs()>
    <div class="${properties.kcFormGroupClass!} kw-field">
        <div class="${properties.kcFormGroupLabelClass!properties.kcLabelWrapperClass!}">
            <label for="${name}" class="${properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${label}</span></label>
        </div>
        <div class="${properties.kcInputWrapperClass!}">
            <#if kind == "password">
                <div class="${properties.kcInputGroup!}" dir="ltr">
                    <#if wrapped><div class="${properties.kcInputGroupItemClass!} ${properties.kcFill!}"></#if>
                    <@input name=name kind=kind value="" error=error autocomplete=autocomplete autofocus=autofocus required=required wrapped=wrapped hinted=hint?has_content />
                    <#if wrapped></div><div class="${properties.kcInputGroupItemClass!}"></#if>
                    <button class="${properties.kcFormPasswordVisibilityButtonClass!}" type="button" aria-label="${msg("showPassword")}"
                            aria-controls="${name}" data-password-toggle
                            data-icon-show="${properties.kcFormPasswordVisibilityIconShow!}" data-icon-hide="${properties.kcFormPasswordVisibilityIconHide!}"
                            data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}">
                        <i class="${properties.kcFormPasswordVisibilityIconShow!}" aria-hidden="true"></i>
                    </button>
                    <#if wrapped></div></#if>
                </div>
            <#else>
                <@input name=name kind=kind value=value error=error autocomplete=autocomplete autofocus=autofocus required=required wrapped=wrapped hinted=hint?has_content />
            </#if>
            <#-- Always there, so that assistive technology watches it from the start. -->
            <div aria-live="polite">
                <#if error?has_content>
                    <p id="input-error-${name}" class="kw-error ${properties.kcInputErrorMessageClass!}">${error}</p>
                </#if>
            </div>
            <#if hint?has_content>
                <p id="${name}-hint" class="kw-hint">${hint}</p>
            </#if>
        </div>
    </div>
</#macro>

<#macro input name kind value error autocomplete autofocus required wrapped hinted>
    <#local describedBy = (error?has_content?then("input-error-" + name + " ", "") + hinted?then(name + "-hint", ""))?trim>
    <#if wrapped><span class="${properties.kcInputClass!} <#if error?has_content>${properties.kcError!}</#if>"></#if>
    <input id="${name}" name="${name}"
           type="<#if kind == "password">password<#elseif kind == "email">email<#else>text</#if>"
           class="<#if !wrapped>${properties.kcInputClass!} </#if><#if kind == "code">kw-code</#if>"
           <#if value?has_content>value="${value}"</#if>
           <#if kind == "code">inputmode="numeric"</#if>
           <#if kind == "code" || kind == "email">dir="ltr" autocapitalize="none" spellcheck="false"</#if>
           autocomplete="${autocomplete}"
           <#if autofocus>autofocus</#if>
           <#if required>aria-required="true"</#if>
           aria-invalid="${error?has_content?c}"
           <#if describedBy?has_content>aria-describedby="${describedBy}"</#if>>
    <#if wrapped></span></#if>
</#macro>

<#-- importance: primary, secondary or link. -->
<#macro submit label id importance="primary">
    <button id="${id}" type="submit" class="<@buttonClasses importance=importance />">${label}</button>
</#macro>

<#macro linkButton label href id importance="primary">
    <a id="${id}" href="${href}" class="<@buttonClasses importance=importance />" data-once-link>${label}</a>
</#macro>

<#macro buttonClasses importance><#compress>
    <#if importance == "primary">
        kw-button ${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}
    <#elseif importance == "secondary">
        kw-button ${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}
    <#else>
        kw-text-button
    </#if>
</#compress></#macro>

<#-- A notice in the look of Keycloak's own. type: info, success, warning or danger. -->
<#macro notice type text>
    <div class="${properties.kcAlertClass!} pf-m-${type} kw-notice" role="<#if type == "danger" || type == "warning">alert<#else>status</#if>">
        <#if properties.kcAlertIconClass?has_content>
            <div class="${properties.kcAlertIconClass!}">
                <span aria-hidden="true" class="<#if type == "success">${properties.kcFeedbackSuccessIcon!}<#elseif type == "danger">${properties.kcFeedbackErrorIcon!}<#elseif type == "warning">${properties.kcFeedbackWarningIcon!}<#else>${properties.kcFeedbackInfoIcon!}</#if>"></span>
            </div>
        </#if>
        <span class="${properties.kcAlertTitleClass!}">${text}</span>
    </div>
</#macro>

<#-- A mail must not carry a stranger's advertisement: whoever signs up chooses the name, and may choose somebody else's
     address. A name that could be read as a link, or is long, is not used to greet. -->
<#function greetable name>
    <#return name?has_content && name?length lte 60 && !name?matches(r"(?s).*([:/\\@<>\[\](){}|$%&*=#!?\r\n\t]|[0-9]|[.][^\s.]|www).*")>
</#function>
