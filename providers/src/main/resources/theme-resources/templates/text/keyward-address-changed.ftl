<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardAddressChangedText", realmName)}

${msg("keywardFactOldAddress")}: ${address}
${msg("keywardFactTime")}: ${when}

${msg("keywardAddressChangedYou")}

${msg("keywardAddressChangedNotYou", realmName)}
