using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>How this browser shows the product; lives in cookies so that the first byte is already right.</summary>
/// <param name="DeviceIsDark">What the device asked for last; used with <see cref="DisplayTheme.System"/>.</param>
/// <param name="TextScalePercent">One of <see cref="TextScales"/>.</param>
public sealed record DisplayChoice(DisplayTheme Theme, bool DeviceIsDark, int TextScalePercent)
{
    public const string ThemeCookie = "ci-theme";
    public const string DeviceCookie = "ci-dark";
    public const string TextCookie = "ci-text";

    /// <summary>Sizes of text offered, percent of normal.</summary>
    public static IReadOnlyList<int> TextScales { get; } = [100, 115, 130];

    public static DisplayChoice Default { get; } = new(DisplayTheme.System, false, 100);

    public bool IsDark => Theme == DisplayTheme.Dark || (Theme == DisplayTheme.System && DeviceIsDark);

    /// <summary>As stored in cookies and in <see cref="PersonPreferences.Theme"/>.</summary>
    public string ThemeName => NameOf(Theme);

    public static string NameOf(DisplayTheme theme) => theme switch
    {
        DisplayTheme.Light => "light",
        DisplayTheme.Dark => "dark",
        _ => "system",
    };

    /// <summary>Reads the cookies; anything unknown counts as not chosen.</summary>
    public static DisplayChoice Read(IRequestCookieCollection cookies) => new(
        ParseTheme(cookies[ThemeCookie]),
        cookies[DeviceCookie] == "1",
        ParseScale(cookies[TextCookie]));

    /// <summary>Writes what a person chose on another device into this browser.</summary>
    public static void Write(HttpResponse response, PersonPreferences preferences)
    {
        var options = new CookieOptions
        {
            Path = "/",
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
            Secure = response.HttpContext.Request.IsHttps,
            IsEssential = true,
        };
        if (preferences.Theme is { } theme)
            response.Cookies.Append(ThemeCookie, NameOf(ParseTheme(theme)), options);
        if (preferences.TextScalePercent is { } scale)
            response.Cookies.Append(TextCookie, FormattableString.Invariant($"{scale}"), options);
    }

    private static DisplayTheme ParseTheme(string? name) => name switch
    {
        "light" => DisplayTheme.Light,
        "dark" => DisplayTheme.Dark,
        _ => DisplayTheme.System,
    };

    private static int ParseScale(string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var scale) && TextScales.Contains(scale) ? scale : Default.TextScalePercent;
}
