using System.Globalization;
using System.Resources;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Uploads;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Words of the data room that several of its pages need.</summary>
public sealed class DataRoomWords(IStringLocalizer<DataRoomText> text, DisplayFormat format)
{
    private const double Kilo = 1024;
    private const double Mega = Kilo * Kilo;
    private const double Giga = Mega * Kilo;
    private const double Sure = 0.85, Likely = 0.55, Percent = 100;

    /// <summary>Bytes, in the unit that suits.</summary>
    public string Size(long bytes) => bytes switch
    {
        >= (long)Giga => text[nameof(DataRoomText.Gigabytes), format.Number(bytes / Giga, 1)],
        >= (long)Mega => text[nameof(DataRoomText.Megabytes), format.Number(bytes / Mega, bytes < 10 * Mega ? 1 : 0)],
        _ => text[nameof(DataRoomText.Kilobytes), format.Number(Math.Ceiling(bytes / Kilo))],
    };

    /// <summary>What is wrong and what to do.</summary>
    public string Of(StepProblem problem)
    {
        if (problem.File is not { } file)
            return text[nameof(DataRoomText.StepFailed)];
        // Some texts of the command line name its options: pages have their own.
        var pattern = Find($"File{file}") ?? Known(ImportText.ResourceManager, $"File{file}");
        try
        {
            return string.Format(CultureInfo.CurrentCulture, pattern, [.. problem.Details]);
        }
        catch (FormatException)
        {
            return pattern;
        }
    }

    /// <summary>Name of a canonical column; of one that has none, as it stands in files.</summary>
    public static string Field(string name) => Find($"Field{Pascal(name)}") ?? name;

    /// <summary>Why a batch was not changed.</summary>
    public static string WhyNot(Exception failure) => failure switch
    {
        BatchRefusedException refused =>
            string.Format(CultureInfo.CurrentCulture, Known(ImportText.ResourceManager, $"Batch{refused.Problem}"), refused.Detail),
        UnauthorizedAccessException => Known(DataRoomText.ResourceManager, nameof(DataRoomText.NotYours)),
        _ => Known(DataRoomText.ResourceManager, nameof(DataRoomText.ActionFailed)),
    };

    /// <summary>What stands in a canonical column.</summary>
    public static string FieldHint(string name) => Find($"Hint{Pascal(name)}") ?? "";

    /// <summary>What is missing from a mapping: a canonical column, or a place in any form.</summary>
    public string Missing(string name) => name == "place" ? text[nameof(DataRoomText.FieldPlace)] : Field(name);

    /// <summary>Why a column is taken for what it is.</summary>
    public string Of(MappingGround ground) => string.Format(
        CultureInfo.CurrentCulture, Known(DataRoomText.ResourceManager, $"Ground{ground.Kind}"),
        long.TryParse(ground.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var dates) ? format.Number(dates) : ground.Detail);

    /// <summary>How sure a suggestion is.</summary>
    /// <param name="share">0 … 1.</param>
    public string Confidence(double share) => text[
        share switch
        {
            >= Sure => nameof(DataRoomText.ConfidenceSure),
            >= Likely => nameof(DataRoomText.ConfidenceLikely),
            _ => nameof(DataRoomText.ConfidenceDoubtful),
        },
        format.Percent(Percent * share, 0)];

    /// <summary>How columns are separated.</summary>
    public string Delimiter(char delimiter) => delimiter switch
    {
        '\t' => text[nameof(DataRoomText.DelimiterTab)],
        ',' => text[nameof(DataRoomText.DelimiterComma)],
        ';' => text[nameof(DataRoomText.DelimiterSemicolon)],
        '|' => text[nameof(DataRoomText.DelimiterBar)],
        _ => delimiter.ToString(),
    };

    public UploadWords Upload(long mostBytes) => new(
        text[nameof(DataRoomText.UploadCall)], text[nameof(DataRoomText.UploadLimit), Size(mostBytes)], text[nameof(DataRoomText.UploadProgress)],
        text[nameof(DataRoomText.Pause)], text[nameof(DataRoomText.Resume)], text[nameof(DataRoomText.CancelUpload)], Pattern(nameof(DataRoomText.UploadState)),
        Pattern(nameof(DataRoomText.UploadBegun)), text[nameof(DataRoomText.UploadPaused)], text[nameof(DataRoomText.UploadWaiting)],
        Pattern(nameof(DataRoomText.Kilobytes)), Pattern(nameof(DataRoomText.Megabytes)), Pattern(nameof(DataRoomText.Gigabytes)),
        Pattern(nameof(DataRoomText.Seconds)), Pattern(nameof(DataRoomText.Minutes)), Pattern(nameof(DataRoomText.Hours)),
        text[nameof(DataRoomText.UploadTooLarge), Size(mostBytes)], text[nameof(DataRoomText.UploadEmpty)], text[nameof(DataRoomText.UploadDiskFull)],
        text[nameof(DataRoomText.UploadSignedOut)], text[nameof(DataRoomText.UploadGone)], text[nameof(DataRoomText.UploadFailed)],
        text[nameof(DataRoomText.UploadBusy)]);

    // With its open places as they are: the browser fills them in.
    private string Pattern(string key) => text[key];

    private static string? Find(string key) => DataRoomText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);

    private static string Known(ResourceManager texts, string key) =>
        texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"{texts.BaseName} has no text '{key}'.");

    private static string Pascal(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
