using System.Net;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>Rules across options that attributes cannot state.</summary>
internal sealed class SiteOptionsValidator : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        var unreadable = options.KnownProxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _));
        return unreadable is null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Site:KnownProxies holds '{unreadable}', which is neither an address nor a network such as 10.0.0.0/8.");
    }
}
