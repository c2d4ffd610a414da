using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// Cases some of which are entered a second time, with the slips that clerks make: the second record has a number of its own, was often written from
/// memory, knows less or more, and some are written down in another station.
/// </summary>
internal sealed class PlantedTwins
{
    private const double MetresPerDegree = 111_200;

    private readonly CrimeHeadTree _heads;
    private readonly Random _random;

    /// <param name="share">Of the cases that are entered twice.</param>
    /// <param name="otherStationShare">Of those, in another station of the state.</param>
    public PlantedTwins(IEnumerable<Incident> cases, CrimeHeadTree heads, double share, double otherStationShare, int seed)
    {
        (_heads, _random) = (heads, new Random(seed));
        List<(Incident Case, int Twin)> all = [.. cases.Select(one => (one, -1))];
        var count = all.Count;
        for (var i = 0; i < count; i++)
            if (_random.NextDouble() < share)
                all.Add((TwinOf(all[i].Case, _random.NextDouble() < otherStationShare ? all[_random.Next(count)].Case.JurisdictionOrdinal : null, i), i));
        Cases = [.. all.Select(one => one.Case)];
        Twins = [.. all.Select((one, index) => (one.Twin, index)).Where(pair => pair.Twin >= 0)];
    }

    /// <summary>The cases, and behind them the second records.</summary>
    public IReadOnlyList<Incident> Cases { get; }

    /// <summary>Places of both records in <see cref="Cases"/>.</summary>
    public IReadOnlyList<(int First, int Second)> Twins { get; }

    /// <summary>What is found; ids are places in <see cref="Cases"/>.</summary>
    public LikenessResult Find()
    {
        var finder = new LikenessFinder();
        foreach (var trace in Cases.Select((one, index) => TraceOf(one, index, _heads)).OrderBy(trace => trace.Day).ThenBy(trace => trace.Id))
            finder.Add(trace);
        return finder.Complete();
    }

    /// <summary>As the database stores it: of protected cases neither hour, place, value nor words.</summary>
    public static CaseTrace TraceOf(Incident one, long id, CrimeHeadTree heads)
    {
        var isProtected = VictimProtection.Covers(one, heads);
        var isPlaced = !isProtected && one.Place is not null && one.Precision <= LocationPrecision.Locality;
        return new CaseTrace
        {
            Id = id,
            IsNew = true,
            Ordinal = one.JurisdictionOrdinal,
            HeadId = one.HeadId,
            HeadGroup = heads.Find(one.HeadId)?.ParentId ?? one.HeadId,
            Day = one.OccurredOn.DayNumber,
            Delay = one.ReportedOn.DayNumber - one.OccurredOn.DayNumber,
            Minutes = isProtected || one.OccurredAt is not { } at ? null : (short)at.ToTimeSpan().TotalMinutes,
            IsPlaced = isPlaced,
            Latitude = isPlaced ? (float)one.Place!.Value.Latitude : 0,
            Longitude = isPlaced ? (float)one.Place!.Value.Longitude : 0,
            Persons = (ushort)((int)one.VictimGender | ((int)one.VictimAgeBand << 4) | ((int)one.OffenderGender << 8) | ((int)one.OffenderAgeBand << 12)),
            Value = isProtected ? 0 : one.PropertyValueRupees ?? 0,
            Words = isProtected || one.ModusOperandi is null ? 0 : WordPrint.Of(one.ModusOperandi),
            Reference = ReferenceNumbers.Of(one.SourceReference, one.ReportedOn.Year),
        };
    }

    private Incident TwinOf(Incident one, int? station, int index)
    {
        var days = Chance(0.08) ? 1 : 0;
        var at = one.OccurredAt is not { } time || Chance(0.15) ? (TimeOnly?)null : Chance(0.45) ? time
            : time.AddMinutes(Chance(0.6) ? _random.Next(-30, 31) : _random.Next(-150, 151));
        var place = Chance(0.15) ? null : one.Place is { } point && !Chance(0.5) ? Moved(point, Chance(0.6) ? 100 : 400) : one.Place;
        var relatives = _heads.Find(one.HeadId)?.ParentId is { } group ? _heads.LeavesOf(group).ToList() : [];
        return one with
        {
            SourceReference = Chance(0.12) && station is null ? Misspelt(one.SourceReference) : $"{_random.Next(1_000_000)}-T{index}",
            JurisdictionOrdinal = station ?? one.JurisdictionOrdinal,
            HeadId = relatives.Count > 0 && Chance(0.07) ? relatives[_random.Next(relatives.Count)].Id : one.HeadId,
            OccurredOn = one.OccurredOn.AddDays(days),
            ReportedOn = one.ReportedOn.AddDays(Math.Max(days, Chance(0.3) ? _random.Next(1, 5) : 0)),
            OccurredAt = at,
            OccurredUntil = null,
            Place = place,
            Precision = place is null ? LocationPrecision.None : one.Precision,
            VictimGender = Chance(0.15) ? Gender.Unknown : one.VictimGender,
            VictimAgeBand = Slipped(one.VictimAgeBand),
            OffenderGender = Chance(0.3) ? Gender.Unknown : one.OffenderGender,
            OffenderAgeBand = Slipped(one.OffenderAgeBand),
            PropertyValueRupees = one.PropertyValueRupees is not { } rupees || Chance(0.15) ? null
                : Chance(0.75) ? rupees : (long)(rupees * (0.8 + 0.4 * _random.NextDouble())),
            ModusOperandi = one.ModusOperandi is not { } words || Chance(0.3) ? null : Chance(0.6) ? words : words + " and carried off",
        };
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    private GeoPoint Moved(GeoPoint point, double metres)
    {
        var (far, angle) = (metres * _random.NextDouble(), 2 * Math.PI * _random.NextDouble());
        return new GeoPoint(
            point.Latitude + far * Math.Cos(angle) / MetresPerDegree,
            point.Longitude + far * Math.Sin(angle) / MetresPerDegree / Math.Cos(point.Latitude * Math.PI / 180));
    }

    // Bands of minors stay: a case of a child is one whoever writes it down.
    private AgeBand Slipped(AgeBand band) => Chance(0.2) ? AgeBand.Unknown
        : band > AgeBand.From18To29 && Chance(0.12) ? band - 1 : band;

    private static string Misspelt(string reference)
    {
        var letters = reference.ToCharArray();
        var at = Array.FindLastIndex(letters, char.IsAsciiDigit);
        if (at > 2)
            (letters[at - 1], letters[at - 2]) = (letters[at - 2], letters[at - 1]);
        return new string(letters);
    }
}
