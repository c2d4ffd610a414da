using CrimeInsight.Core.Sources;

namespace CrimeInsight.Data.Sources;

/// <summary>A source as it is stored.</summary>
internal sealed record SourceRow
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Address { get; init; } = "";

    public string? MappingName { get; init; }

    public string Rhythm { get; init; } = "";

    public TimeOnly AtTime { get; init; }

    public short Weekday { get; init; }

    public short Day { get; init; }

    public Guid OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public string Act { get; init; } = "";

    public bool IsUpdating { get; init; }

    public string SignIn { get; init; } = "";

    public string? SignInName { get; init; }

    public string? HiddenSecret { get; init; }

    public bool IsPaused { get; init; }

    public bool IsOpen { get; init; }

    public DateTime? NextAt { get; init; }

    public string? Mark { get; init; }

    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static T Read<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name, ignoreCase: true);

    public static DateTimeOffset? Utc(DateTime? at) => at is { } instant ? new DateTimeOffset(instant, TimeSpan.Zero) : null;

    public Source ToSource(SourceRun? last)
    {
        var schedule = new SourceSchedule(Read<SourceRhythm>(Rhythm), AtTime, (DayOfWeek)Weekday, Day);
        var edit = new SourceEdit(
            Name, Read<SourceKind>(Kind), Address, MappingName, schedule, OwnerId, Read<SourceAct>(Act), IsUpdating, Read<SourceSignIn>(SignIn), SignInName);
        return new Source(Id, edit, OwnerName ?? "", IsPaused, IsOpen, Utc(NextAt), HiddenSecret, Mark, last);
    }
}
