namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Browser and system from a User-Agent, coarse on purpose: enough to recognise one's own device.</summary>
public static class DeviceName
{
    private static readonly (string Mark, string Name)[] s_browsers =
    [
        ("SamsungBrowser", "Samsung Internet"), ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("HeadlessChrome", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] s_systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary><c>Browser|System</c>; empty when neither is recognised.</summary>
    public static string Of(string? userAgent)
    {
        var browser = Find(s_browsers, userAgent);
        var system = Find(s_systems, userAgent);
        return browser is null && system is null ? "" : $"{browser}|{system}";
    }

    /// <summary>Both parts of a stored name; null when it is unknown.</summary>
    public static (string Browser, string System)? Parse(string device)
    {
        var parts = device.Split('|');
        return parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0 ? (parts[0], parts[1]) : null;
    }

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(entry => userAgent?.Contains(entry.Mark, StringComparison.Ordinal) == true).Name;
}
