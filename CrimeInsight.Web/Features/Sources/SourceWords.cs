using System.Globalization;
using System.Text;
using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>Words of sources, in the language of whoever reads, and in every language beside a file.</summary>
internal sealed class SourceWords : ISourceWords
{
    public static string StateKey(SourceRunState state) => $"State{state}";

    public static string RhythmKey(SourceRhythm rhythm) => rhythm.ToString();

    public static string SignInKey(SourceSignIn signIn) => $"{nameof(SourcesText.SignIn)}{signIn}";

    /// <summary>What is wrong and what to do.</summary>
    public static string Of(SourceTrouble trouble, CultureInfo culture)
    {
        if (trouble is not { Problem: SourceProblem.File, File: { } file })
            return Fill(SourcesText.ResourceManager.GetString($"Problem{trouble.Problem}", culture), trouble.Details, culture);
        // What options of the command line would be asked for is not asked for here.
        var known = SourcesText.ResourceManager.GetString($"File{file}", culture) ?? ImportText.ResourceManager.GetString($"File{file}", culture);
        return Fill(known, trouble.Details, culture);
    }

    public static string Of(SourceDoubt doubt, CultureInfo culture) => SourcesText.ResourceManager.GetString($"Doubt{doubt}", culture) ?? "";

    /// <summary>When it is read.</summary>
    public static string When(SourceSchedule schedule, CultureInfo culture)
    {
        var at = schedule.At.ToString("HH:mm", CultureInfo.InvariantCulture);
        return schedule.Rhythm switch
        {
            SourceRhythm.Hourly => Text(nameof(SourcesText.WhenHourly), culture, schedule.At.Minute.ToString("00", CultureInfo.InvariantCulture)),
            SourceRhythm.Daily => Text(nameof(SourcesText.WhenDaily), culture, at),
            SourceRhythm.Weekly => Text(nameof(SourcesText.WhenWeekly), culture, culture.DateTimeFormat.GetDayName(schedule.Weekday), at),
            _ => Text(nameof(SourcesText.WhenMonthly), culture, schedule.Day, at),
        };
    }

    public static string Of(SourceCounts counts, CultureInfo culture) => Text(
        nameof(SourcesText.Counts), culture, Number(counts.Rows), Number(counts.Accepted), Number(counts.Updated), Number(counts.Duplicates),
        Number(counts.Conflicts), Number(counts.Rejected));

    public string Describe(SourceRun run)
    {
        var words = new StringBuilder();
        foreach (var culture in AppCultures.All)
        {
            words.AppendLine(SourcesText.ResourceManager.GetString(StateKey(run.State), culture));
            if (run.Trouble is { } trouble)
                words.AppendLine(Of(trouble, culture));
            foreach (var doubt in run.Doubts ?? [])
                words.AppendLine(Of(doubt, culture));
            if (run.Counts is { } counts)
                words.AppendLine(Of(counts, culture));
            words.AppendLine();
        }

        if (run.Sha256 is { } sha256)
            words.Append("SHA-256 ").AppendLine(sha256);
        return words.ToString();
    }

    private static string Text(string key, CultureInfo culture, params object[] values) =>
        Fill(SourcesText.ResourceManager.GetString(key, culture), values, culture);

    private static string Fill(string? pattern, IReadOnlyList<object> values, CultureInfo culture)
    {
        try
        {
            return string.Format(culture, pattern ?? "", [.. values]);
        }
        catch (FormatException)
        {
            return pattern ?? "";
        }
    }

    // 12,34,567, in every language.
    private static string Number(long number) => number.ToString("N0", AppCultures.All[0]);
}
