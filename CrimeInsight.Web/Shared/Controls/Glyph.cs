using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Controls;

/// <summary>
/// Icons as plain markup, made once for all readers. A component for each costs every open page about 2.6 kB, so the shell and
/// panels, which hold dozens, use these; they look as <c>MudIcon</c> does.
/// </summary>
public static class Glyph
{
    private static readonly ConcurrentDictionary<(string Paths, string? Class, string? Title, string Size), MarkupString> s_made = [];

    /// <param name="paths">A constant of <c>MudBlazor.Icons</c>.</param>
    /// <param name="cssClass">Further CSS classes.</param>
    /// <param name="title">What it says, out of a closed set of texts; null when the words beside it say it.</param>
    public static MarkupString Medium(string paths, string? cssClass = null, string? title = null) => Of(paths, cssClass, title, "medium");

    /// <inheritdoc cref="Medium" />
    public static MarkupString Small(string paths, string? cssClass = null, string? title = null) => Of(paths, cssClass, title, "small");

    private static MarkupString Of(string paths, string? cssClass, string? title, string size) =>
        s_made.GetOrAdd((paths, cssClass, title, size), static glyph => Make(glyph.Paths, glyph.Class, glyph.Title, glyph.Size));

    private static MarkupString Make(string paths, string? cssClass, string? title, string size)
    {
        var further = cssClass is null ? "" : " " + WebUtility.HtmlEncode(cssClass);
        var (voice, name) = title is null ? ("aria-hidden=\"true\"", "") : ("role=\"img\"", $"<title>{WebUtility.HtmlEncode(title)}</title>");
        return new MarkupString(
            $"<svg class=\"mud-icon-root mud-svg-icon mud-icon-size-{size}{further}\" focusable=\"false\" viewBox=\"0 0 24 24\" {voice}>{name}{paths}</svg>");
    }
}
