namespace CrimeInsight.Benchmarks.Views;

/// <summary>What one person sees at one address.</summary>
/// <param name="Account">User name of a demo account.</param>
/// <param name="Address">Path and query string.</param>
/// <param name="Culture">Language it is read in.</param>
internal sealed record View(string Account, string Address, string Culture = View.English)
{
    public const string English = "en-IN";

    /// <summary>Name of its file, the same for the same view.</summary>
    public string FileName =>
        string.Concat($"{Account["demo-".Length..]} {Culture[..2]} {Address}".Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))
            .TrimEnd('-') + ".tsv";
}
