using CrimeInsight.Core.Sources;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>What stands in the form of a source.</summary>
public sealed class SourceForm
{
    private static readonly TimeOnly s_usualTime = new(3, 0);

    public string Name { get; set; } = "";

    public SourceKind Kind { get; set; } = SourceKind.Folder;

    public string Address { get; set; } = "";

    public string MappingName { get; set; } = "";

    public SourceRhythm Rhythm { get; set; } = SourceRhythm.Daily;

    public TimeOnly At { get; set; } = s_usualTime;

    public int Weekday { get; set; } = (int)DayOfWeek.Monday;

    public int Day { get; set; } = 1;

    public string OwnerId { get; set; } = "";

    public SourceAct Act { get; set; } = SourceAct.Check;

    public bool Updates { get; set; }

    public SourceSignIn SignIn { get; set; } = SourceSignIn.None;

    public string SignInName { get; set; } = "";

    public string Secret { get; set; } = "";

    public static SourceForm Of(SourceEdit edit) => new()
    {
        Name = edit.Name,
        Kind = edit.Kind,
        Address = edit.Address,
        MappingName = edit.MappingName ?? "",
        Rhythm = edit.Schedule.Rhythm,
        At = edit.Schedule.At,
        Weekday = (int)edit.Schedule.Weekday,
        Day = edit.Schedule.Day,
        OwnerId = edit.OwnerId.ToString(),
        Act = edit.Act,
        Updates = edit.Updates,
        SignIn = edit.SignIn,
        SignInName = edit.SignInName ?? "",
    };

    public SourceEdit ToEdit()
    {
        var schedule = new SourceSchedule(Rhythm, At, (DayOfWeek)Weekday, Math.Clamp(Day, 1, SourceSchedule.MostDay));
        var signIn = Kind == SourceKind.Web ? SignIn : SourceSignIn.None;
        return new SourceEdit(
            Name.Trim(), Kind, Address.Trim(), MappingName.Length == 0 ? null : MappingName, schedule, Guid.Parse(OwnerId), Act, Updates, signIn,
            signIn == SourceSignIn.Basic ? SignInName.Trim() : null);
    }
}
