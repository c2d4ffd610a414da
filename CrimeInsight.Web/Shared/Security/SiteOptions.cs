namespace CrimeInsight.Web.Shared.Security;

/// <summary>How the site is reached. Section <see cref="SectionName"/>, e.g. the variable <c>Site__RequireHttps=true</c>.</summary>
public sealed class SiteOptions
{
    public const string SectionName = "Site";

    /// <summary>Redirect to https, send HSTS, and bind cookies to the host. Set it wherever people sign in over a network.</summary>
    public bool RequireHttps { get; set; }

    /// <summary>Trust X-Forwarded-For and X-Forwarded-Proto of the proxies in <see cref="KnownProxies"/>.</summary>
    public bool ForwardedHeaders { get; set; }

    /// <summary>Addresses or networks (10.0.0.0/8) of the proxies in front; the loopback address is always one.</summary>
    public IList<string> KnownProxies { get; } = [];

    /// <summary>
    /// Demo accounts and their one-tap buttons; not set: only with the private embedded database. Whatever it says, the
    /// database ends them when real records are loaded.
    /// </summary>
    public bool? Demo { get; set; }
}
