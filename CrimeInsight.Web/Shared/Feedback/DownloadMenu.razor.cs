using System.Collections.Immutable;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>The same figures in every form of download; opened by a button whose <c>popovertarget</c> is its id, without a circuit.</summary>
public sealed partial class DownloadMenu
{
    private const string Csv = ".csv";

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    /// <summary>Address of the figures as CSV; the other forms differ in the end of its path.</summary>
    [Parameter, EditorRequired]
    public required string Url { get; set; }

    /// <summary>Unique within the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Ends of addresses, and what the forms are called.</summary>
    internal static ImmutableArray<(string Ending, string Name)> Forms { get; } =
    [
        (".xlsx", nameof(SharedText.DownloadXlsx)),
        (Csv, nameof(SharedText.DownloadCsv)),
        (".parquet", nameof(SharedText.DownloadParquet)),
        (".json", nameof(SharedText.DownloadJson)),
    ];

    private string UrlOf(string ending)
    {
        var path = Url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? Url[..query] : Url;
        return path.EndsWith(Csv, StringComparison.Ordinal) ? string.Concat(path[..^Csv.Length], ending, Url[path.Length..]) : Url;
    }
}
