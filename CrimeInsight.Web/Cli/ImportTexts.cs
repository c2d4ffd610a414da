using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary>What <c>import</c> says, in the language of the person at the terminal.</summary>
internal sealed class ImportTexts(CultureInfo culture)
{
    public CultureInfo Culture => culture;

    public string this[string key, params object[] arguments] => string.Format(culture, Find(key), arguments);

    /// <summary>Digits grouped as 12,34,567.</summary>
    public string Number(long number) => number.ToString("N0", culture);

    public string Of(RejectReason reason) => Find(reason.ToString());

    public string Of(ImportWarning warning) => Find($"Warning{warning}");

    public string Of(ImportRefusedException refusal)
    {
        var what = string.Format(culture, Find($"File{refusal.Problem}"), [.. refusal.Details]);
        return refusal is { Problem: FileProblem.NotText, Details: [var kind, ..] } && RemedyFor(kind) is { } remedy ? $"{what} {Find(remedy)}" : what;
    }

    // What to do about files of one kind; those of the others are saved from the program that made them.
    private static string? RemedyFor(string kind) => kind switch
    {
        "xls" or "xlsx" or "ods" or "xml-spreadsheet" => nameof(ImportText.RemedySpreadsheet),
        "html" => nameof(ImportText.RemedyHtml),
        "json" or "xml" or "parquet" or "sqlite" => nameof(ImportText.RemedyData),
        "zip" or "gzip" or "7z" or "rar" or "bzip2" => nameof(ImportText.RemedyArchive),
        "pdf" or "docx" or "rtf" or "png" or "jpeg" => nameof(ImportText.RemedyPaper),
        _ => null,
    };

    public string Of(BatchRefusedException refusal) => string.Format(culture, Find($"Batch{refusal.Problem}"), refusal.Detail);

    private string Find(string key) => ImportText.ResourceManager.GetString(key, culture)
        ?? throw new InvalidOperationException($"ImportText has no text '{key}'.");
}
