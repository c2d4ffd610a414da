namespace CrimeInsight.Web.Shared;

/// <summary>Every address of the site, in one place. The scope (jurisdiction, head, period) travels as a query string.</summary>
public static class AppUrls
{
    public const string Overview = "/";
    public const string Map = "/map";
    public const string Forecast = "/forecast";
    public const string Hotspots = "/hotspots";
    public const string Cases = "/cases";
    public const string Jobs = "/jobs";
    public const string Account = "/account";
    public const string Password = "/account/password";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Denied = "/denied";
    public const string NotFound = "/not-found";
    public const string Error = "/error";
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string Data = "/health/data";

    /// <summary>Sign-in that returns to a page of this site.</summary>
    public static string SignInThen(string returnUrl) => $"{SignIn}?returnUrl={Uri.EscapeDataString(Local(returnUrl))}";

    /// <summary>Sets the language cookie and returns to a page of this site.</summary>
    public static string Language(string culture, string returnUrl) =>
        $"/language/{Uri.EscapeDataString(culture)}?returnUrl={Uri.EscapeDataString(Local(returnUrl))}";

    /// <summary>The address if it stays on this site, else the start page: never send people elsewhere.</summary>
    public static string Local(string? url)
    {
        if (string.IsNullOrEmpty(url) || url[0] != '/')
            return Overview;
        var leavesTheSite = url.Length > 1 && url[1] is '/' or '\\';
        return leavesTheSite || url.Any(char.IsControl) ? Overview : url;
    }

    /// <summary>Path and query of an absolute address under a base address.</summary>
    public static string PathOf(string absolute, string baseUri) =>
        absolute.StartsWith(baseUri, StringComparison.Ordinal) ? "/" + absolute[baseUri.Length..] : Overview;
}
