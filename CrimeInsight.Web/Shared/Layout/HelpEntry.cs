using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Help of one page: four texts of <c>HelpText</c>, whose keys begin with its name.</summary>
/// <param name="Url">Address or pattern of the page.</param>
/// <param name="Name">What the keys begin with; <c>Shows</c>, <c>Read</c>, <c>Do</c> and <c>Limits</c> follow.</param>
/// <param name="Method">The page of methods it leads to, by the name of its file; null for none.</param>
public sealed record HelpEntry(string Url, string Name, string? Method = null)
{
    /// <summary>Keys of the headings, and of the page's texts below them, in the order they are shown.</summary>
    public IReadOnlyList<(string Heading, string Key)> Parts { get; } =
    [
        (nameof(HelpText.HeadingShows), Name + "Shows"), (nameof(HelpText.HeadingRead), Name + "Read"),
        (nameof(HelpText.HeadingDo), Name + "Do"), (nameof(HelpText.HeadingLimits), Name + "Limits"),
    ];

    /// <summary>Whether a path is one of the page.</summary>
    public bool IsAt(string path)
    {
        var (pattern, parts) = (Url.Trim('/').Split('/'), path.Trim('/').Split('/'));
        return pattern.Length == parts.Length
            && pattern.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}
