using System.Data.Common;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>Reads cases as traces that can be compared.</summary>
internal sealed class TraceReader(CrimeHeadTree heads)
{
    /// <summary>Of cases, AS i, in the order in which they are read here.</summary>
    public const string Columns = """
        i.id, i.ordinal, i.head_id, i.occurred_on, i.reported_on, i.occurred_hour IS NOT NULL AND NOT i.is_sensitive, i.occurred_from,
        i.latitude IS NOT NULL AND i.place_precision <= 1 AND NOT i.is_sensitive, i.latitude, i.longitude,
        i.victim_gender::integer | (i.victim_age_band::integer << 4) | (i.offender_gender::integer << 8) | (i.offender_age_band::integer << 12),
        coalesce(i.property_value, 0),
        i.modus_operandi, i.source, i.source_reference, i.is_sensitive
        """;

    private const int MostTexts = 20_000;
    private static readonly TimeSpan s_indiaOffset = TimeSpan.FromMinutes(330);

    private readonly Dictionary<string, ulong> _prints = [];
    private readonly Dictionary<string, int> _sources = [];

    /// <summary>The present row. Whether it is new stands behind the columns.</summary>
    public CaseTrace Read(DbDataReader row)
    {
        var (head, on, reported) = (row.GetInt16(2), row.GetFieldValue<DateOnly>(3), row.GetFieldValue<DateOnly>(4));
        var (hasTime, isPlaced) = (row.GetBoolean(5), row.GetBoolean(7));
        return new CaseTrace
        {
            Id = row.GetInt64(0),
            Ordinal = row.GetInt32(1),
            HeadId = head,
            HeadGroup = heads.Find(head)?.ParentId ?? head,
            Day = on.DayNumber,
            Delay = reported.DayNumber - on.DayNumber,
            Minutes = hasTime ? (short)TimeOnly.FromDateTime(row.GetDateTime(6) + s_indiaOffset).ToTimeSpan().TotalMinutes : null,
            IsPlaced = isPlaced,
            Latitude = isPlaced ? (float)row.GetDouble(8) : 0,
            Longitude = isPlaced ? (float)row.GetDouble(9) : 0,
            Persons = (ushort)row.GetInt32(10),
            Value = row.GetInt64(11),
            Words = row.IsDBNull(12) ? 0 : PrintOf(row.GetString(12)),
            Source = SourceOf(row.GetString(13)),
            Reference = row.IsDBNull(14) ? default : ReferenceNumbers.Of(row.GetString(14), reported.Year),
            IsProtected = row.GetBoolean(15),
            IsNew = row.GetBoolean(16),
        };
    }

    private ulong PrintOf(string text)
    {
        if (_prints.TryGetValue(text, out var print))
            return print;
        print = WordPrint.Of(text);
        if (_prints.Count < MostTexts)
            _prints.Add(text, print);
        return print;
    }

    private int SourceOf(string name)
    {
        if (!_sources.TryGetValue(name, out var source))
            _sources.Add(name, source = _sources.Count);
        return source;
    }
}
