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
<#macro field name label kind="text" value="" error="" hint="" describedBy="" autocomplete="off" autofocus=false required=true>
    <#local wrapped = wrapsInputs()>
    <div class="${properties.kcFormGroupClass!} kw-field">
        <div class="${properties.kcFormGroupLabelClass!properties.kcLabelWrapperClass!}">
            <label for="${name}" class="${properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${label}</span></label>
        </div>
        <div class="${properties.kcInputWrapperClass!}">
            <#if kind == "password">
                <div class="${properties.kcInputGroup!}" dir="ltr">
                    <#if wrapped><div class="${properties.kcInputGroupItemClass!} ${properties.kcFill!}"></#if>
                    <@input name=name kind=kind value="" error=error autocomplete=autocomplete autofocus=autofocus required=required wrapped=wrapped describedBy=(describedBy + hint?has_content?then(" " + name + "-hint", "")) />
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
                <@input name=name kind=kind value=value error=error autocomplete=autocomplete autofocus=autofocus required=required wrapped=wrapped describedBy=(describedBy + hint?has_content?then(" " + name + "-hint", "")) />
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

<#macro input name kind value error autocomplete autofocus required wrapped describedBy>
    <#local describers = (error?has_content?then("input-error-" + name + " ", "") + describedBy)?trim>
    <#if wrapped><span class="${properties.kcInputClass!} <#if error?has_content>${properties.kcError!}</#if>"></#if>
    <input id="${name}" name="${name}"
           type="<#if kind == "password">password<#elseif kind == "email">email<#else>text</#if>"
           class="<#if !wrapped>${properties.kcInputClass!} </#if><#if kind == "code">kw-code</#if>"
           <#if value?has_content>value="${value}"</#if>
           <#if kind == "code">inputmode="numeric"</#if>
           <#if kind == "code" || kind == "email">dir="ltr" autocapitalize="none" spellcheck="false"<#elseif kind == "text">dir="auto"</#if>
           autocomplete="${autocomplete}"
           <#if autofocus>autofocus</#if>
           <#if required>aria-required="true"</#if>
           aria-invalid="${error?has_content?c}"
           <#if describers?has_content>aria-describedby="${describers}"</#if>>
    <#if wrapped></span></#if>
</#macro>

<#-- What the realm asks of a new password, told before anything is typed; where scripts run, which of it is met, and how hard
     the password is to guess. field: the id of its input; username: the id of the input that says whose it is. -->
<#macro passwordRules field username="">
    <#local rules = (kwPage.passwordRules)![]>
    <div id="keyward-password" class="kw-password"
         data-field="${field}" data-username="${username}" data-check-url="${(kwPage.passwordCheckUrl)!}"
         data-text-met="${msg("keywardRuleMet")}" data-text-broken="${msg("keywardRuleBroken")}"
         data-text-not-yet="${msg("keywardMeterNotYet")}" data-text-refused="${msg("keywardMeterRefused")}"
         data-text-checking="${msg("keywardMeterChecking")}" data-text-easy="${msg("keywardMeterEasy")}"
         data-text-hard="${msg("keywardMeterHard")}" data-text-very-hard="${msg("keywardMeterVeryHard")}">
        <#if rules?has_content>
            <div id="keyward-rules">
                <p class="kw-rules-title">${msg("keywardRulesTitle")}</p>
                <ul class="kw-rules">
                    <#list rules as rule>
                        <li data-checks="${rule.checks}">${msg(rule.key, rule.number, rule.other)}<span class="kw-unseen"></span></li>
                    </#list>
                </ul>
            </div>
        </#if>
        <#-- Its place is kept from the start, so that nothing moves when somebody begins to type. -->
        <div class="kw-meter" aria-hidden="true">
            <div class="kw-bars"><span></span><span></span><span></span></div>
            <p class="kw-meter-text"></p>
        </div>
        <p class="kw-unseen" role="status"></p>
    </div>
    <script type="module" src="${url.resourcesPath}/js/keyward-password.js"></script>
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
