using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What the names and codes of a row were found to mean.</summary>
/// <param name="Value">Null when refused.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Field">The column to blame, or that was corrected.</param>
internal sealed record PlaceReading(Jurisdiction? Value, RejectReason? Reason, ImportField Field)
{
    /// <summary>The name as written, when it was misspelt.</summary>
    public string? CorrectedFrom { get; init; }

    /// <summary>What may have been meant by a refused name.</summary>
    public string? Suggestion { get; init; }

    /// <summary>A finer place was named that is not known; <see cref="Value"/> is the one it should lie in.</summary>
    public bool IsCoarser { get; init; }

    /// <summary>What was named is not <see cref="Value"/>, but is counted there.</summary>
    public ImportWarning? Note { get; init; }

    /// <summary>What was named, with a <see cref="Note"/>.</summary>
    public string? Written { get; init; }

    /// <summary>Other places that hold parts of what was named: coordinates may say one of them.</summary>
    public IReadOnlyList<Jurisdiction> Also { get; init; } = [];

    /// <summary>Before this day the name meant <see cref="Before"/>.</summary>
    public DateOnly? Since { get; init; }

    public PlaceReading? Before { get; init; }

    /// <summary>From this day the name means <see cref="After"/>.</summary>
    public DateOnly? Until { get; init; }

    public PlaceReading? After { get; init; }

    public static PlaceReading Found(Jurisdiction value, ImportField field) => new(value, null, field);

    public static PlaceReading Refused(RejectReason reason, ImportField field, string? suggestion = null) =>
        new(null, reason, field) { Suggestion = suggestion };

    /// <summary>What a name means that is known.</summary>
    public static PlaceReading Of(PlaceName name, ImportField field, string written)
    {
        var plain = Found(name.Place, field);
        return plain with
        {
            Note = name.Note,
            Written = name.Note is null ? null : written,
            Also = name.Places.Length > 1 ? [.. name.Places] : [],
            Since = name.Since,
            Before = name.Since is null ? null : plain,
            Until = name.Until,
            After = name.Until is null ? null : plain,
        };
    }

    /// <summary>What it means for a case of a day; the default day is as good as any.</summary>
    public PlaceReading On(DateOnly day) =>
        day == default ? this
        : Since > day ? Before!.On(day)
        : Until <= day ? After!
        : this;
}
