namespace CrimeInsight.Core.Import.Likeness;

/// <summary>Compares two cases field by field.</summary>
internal static class TraceComparer
{
    private const double KilometresPerDegree = 111.2;
    private const double SamePointKm = 0.015, NearKm = 0.15;
    private const int NearMinutes = 30, SomeMinutes = 180, DayMinutes = 1440;
    private const int NearDays = 2;
    private const int PersonBits = 4, PersonMask = 15;

    /// <summary>Cases that lie farther from each other are not of one place.</summary>
    public const double FarKm = 0.5;

    /// <param name="days">Days that lie between the two by their kind of pair: the difference of times counts beside it.</param>
    public static Agreement Compare(in CaseTrace a, in CaseTrace b, int days) => new Agreement()
        .With(LikenessField.Station, a.Ordinal == b.Ordinal ? 1 : 2)
        .With(LikenessField.Head, a.HeadId == b.HeadId ? 1 : a.HeadGroup == b.HeadGroup ? 2 : 3)
        .With(LikenessField.Time, Time(a, b, days))
        .With(LikenessField.Place, Place(a, b))
        .With(LikenessField.VictimGender, Gender(a.Persons, b.Persons, 0))
        .With(LikenessField.VictimAge, Age(a.Persons, b.Persons, 1))
        .With(LikenessField.OffenderGender, Gender(a.Persons, b.Persons, 2))
        .With(LikenessField.OffenderAge, Age(a.Persons, b.Persons, 3))
        .With(LikenessField.Value, Value(a.Value, b.Value))
        .With(LikenessField.Words, WordPrint.Compare(a.Words, b.Words))
        .With(LikenessField.Reference, Reference(a, b))
        .With(LikenessField.Delay, Math.Abs(a.Delay - b.Delay) switch { 0 => 1, <= NearDays => 2, _ => 3 });

    public static double Kilometres(in CaseTrace a, in CaseTrace b)
    {
        var x = (a.Longitude - b.Longitude) * Math.Cos(a.Latitude * Math.PI / 180);
        var y = a.Latitude - b.Latitude;
        return Math.Sqrt(x * x + y * y) * KilometresPerDegree;
    }

    private static int Time(in CaseTrace a, in CaseTrace b, int days)
    {
        if (a.Minutes is not { } one || b.Minutes is not { } other)
            return 0;
        // The earlier case's midnight is where both count from.
        var apart = Math.Abs(a.Day <= b.Day ? other + days * DayMinutes - one : one + days * DayMinutes - other);
        return apart == 0 ? 1 : apart <= NearMinutes ? 2 : apart <= SomeMinutes ? 3 : 4;
    }

    private static int Place(in CaseTrace a, in CaseTrace b) => !a.IsPlaced || !b.IsPlaced ? 0 : Kilometres(a, b) switch
    {
        <= SamePointKm => 1,
        <= NearKm => 2,
        <= FarKm => 3,
        _ => 4,
    };

    private static int Gender(ushort a, ushort b, int place)
    {
        var (one, other) = Of(a, b, place);
        return one == 0 || other == 0 ? 0 : one == other ? 1 : 2;
    }

    private static int Age(ushort a, ushort b, int place)
    {
        var (one, other) = Of(a, b, place);
        return one == 0 || other == 0 ? 0 : Math.Abs(one - other) switch { 0 => 1, 1 => 2, _ => 3 };
    }

    private static (int One, int Other) Of(ushort a, ushort b, int place) =>
        ((a >> (PersonBits * place)) & PersonMask, (b >> (PersonBits * place)) & PersonMask);

    private static int Value(long one, long other) => one == 0 || other == 0 ? 0
        : one == other ? 1 : Math.Abs(one - other) * 10 <= Math.Max(one, other) ? 2 : 3;

    private static int Reference(in CaseTrace a, in CaseTrace b) =>
        a.Source != b.Source || a.Ordinal != b.Ordinal || a.Reference.Key == 0 || b.Reference.Key == 0 ? 0
        : a.Reference.Key == b.Reference.Key ? 1 : a.Reference.IsSlipOf(b.Reference) ? 2 : 3;
}
