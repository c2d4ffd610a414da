using System.Globalization;
using System.Text;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using Dapper;

namespace CrimeInsight.Data.Queries;

/// <summary>
/// The one place where a semantic query becomes SQL. Text is put together from constants only; everything that comes
/// from the query is a parameter.
/// </summary>
internal static class IncidentQueryCompiler
{
    /// <summary>Most cells a statement may yield: complete tables are needed for shares and for suppression.</summary>
    public const int MaxCells = 400_000;

    private const string UnderSection = """
        r.id IN (
            SELECT x.incident_id
            FROM crime.incident_section AS x
            JOIN unnest(@acts, @sections, @subsections) AS w (act, section, subsection)
              ON x.act = w.act AND x.section = w.section AND starts_with(x.subsection, w.subsection))
        """;

    private const string MonthOfRollup = "(date_part('year', r.month)::integer * 12 + date_part('month', r.month)::integer - 1 + @shift{0})";
    private const string MonthOfRaw = "(date_part('year', {1})::integer * 12 + date_part('month', {1})::integer - 1 + @shift{0})";

    // Day number 0 is the first of the year 1.
    private const string DayOfRaw = "({0} - DATE '0001-01-01')";

    // Protected cases are of no weekday; they have no hour.
    private const string WeekdayOfRaw = "(CASE WHEN r.is_sensitive THEN 8 ELSE date_part('isodow', r.occurred_on)::integer END)";
    private const string HourOfRaw = "coalesce(r.occurred_hour, -1)::integer";
    private const string GroupOfRaw = "(@group_from)[width_bucket(r.ordinal, @group_from)]";
    private const string InGroup = "r.ordinal < (@group_until)[width_bucket(r.ordinal, @group_from)]";

    // A month's row holds a column for each status; grouping or filtering by it needs a row for each.
    private const string StatusRows = """
        
        CROSS JOIN LATERAL (VALUES (0, r.under_investigation), (1, r.chargesheeted), (2, r.closed), (3, r.convicted), (4, r.acquitted)) AS s (status, cases)
        """;

    private const string Slots = """
        
        CROSS JOIN LATERAL unnest(r.slots, r.cases) AS s (slot, cases)
        """;
    private const string WeekdayOfSlot = "(s.slot / 25 + 1)";
    private const string HourOfSlot = "(s.slot % 25 - 1)";
    private const string GenderOfSlot = "(s.slot % 36 / 9)";
    private const string AgeBandOfSlot = "(s.slot % 9)";

    /// <param name="isDetailed">
    /// Count the sensitive cases of every row, not only of those one step from them; without, rollups read fewer rows.
    /// </param>
    public static CompiledQuery Compile(ResolvedQuery resolved, QuerySource source, bool isDetailed)
    {
        var sensitive = IsByCase(resolved) ? []
            : source.IsRaw ? resolved.Heads.SensitiveLeaves : isDetailed ? resolved.Heads.Sensitive : resolved.Heads.OneStepSensitive;
        var condition = IsByCase(resolved) ? source.IsProtected : sensitive.Length > 0 ? "r.head_id = ANY(@sensitive)" : null;
        var parameters = new DynamicParameters();
        var selects = QuerySlice.Of(resolved).Select(slice => Select(resolved, source, slice, condition, parameters)).ToList();
        AddParameters(resolved, source, sensitive, parameters);
        parameters.Add("max_cells", MaxCells + 1);
        return new CompiledQuery(string.Join("\nUNION ALL\n", selects) + "\nLIMIT @max_cells", parameters, source);
    }

    // Finer than place and month the sensitive cases are the protected ones of whatever head; else those of sensitive heads.
    private static bool IsByCase(ResolvedQuery resolved) => ProtectedHeadRule.NeedsDetail(resolved);

    private static string Select(ResolvedQuery resolved, QuerySource source, QuerySlice slice, string? sensitive, DynamicParameters parameters)
    {
        parameters.Add($"from{slice.Index}", slice.Period.From);
        parameters.Add($"until{slice.Index}", slice.Period.Until);
        parameters.Add($"shift{slice.Index}", slice.MonthShift);
        var dimensions = resolved.Query.Dimensions;
        var sql = new StringBuilder("(SELECT ").Append(slice.Index).Append(" AS slice");
        for (var i = 0; i < IncidentQueryValidator.MaxDimensions; i++)
            sql.Append(",\n    ").Append(i < dimensions.Length ? Key(dimensions[i], source, resolved, slice.Index) : "0").Append(" AS k").Append(i + 1);
        foreach (var (name, value) in Tallies(resolved, source, sensitive))
            sql.Append(",\n    ").Append(value).Append(" AS ").Append(name);
        sql.Append("\nFROM ").Append(IsGathered(resolved, source) ? Gathered(resolved, source, slice.Index) : source.Table).Append(" AS r");
        if (UsesStatusRows(resolved, source))
            sql.Append(StatusRows);
        if (source.HasSlots)
            sql.Append(Slots);
        sql.Append("\nWHERE ").AppendJoin("\n  AND ", Conditions(resolved, source, slice.Index).DefaultIfEmpty("true"));
        if (dimensions.Length > 0)
            sql.Append("\nGROUP BY ").AppendJoin(", ", Enumerable.Range(2, dimensions.Length));
        return sql.Append(')').ToString();
    }

    /// <summary>
    /// Rows of a query by nothing but place and head are first added up by jurisdiction and head as they are stored: sorting a
    /// row into its group costs more than reading it.
    /// </summary>
    private static bool IsGathered(ResolvedQuery resolved, QuerySource source) =>
        resolved.Has(Dimension.Jurisdiction)
        && resolved.Query.Dimensions.All(dimension => dimension is Dimension.Jurisdiction or Dimension.Head)
        && !source.HasSlots
        && !UsesStatusRows(resolved, source);

    // "OFFSET 0" keeps conditions on the groups out of it.
    private static string Gathered(ResolvedQuery resolved, QuerySource source, int slice) =>
        $"(SELECT r.ordinal, r.head_id, {(IsByCase(resolved) ? source.IsProtected : "false")} AS is_sensitive"
        + string.Concat(TallyColumns(resolved, source).Where(tally => tally.IsNeeded).Select(tally => $", sum({tally.Value}) AS {tally.Name}"))
        + "\n    FROM " + source.Table + " AS r\n    WHERE " + string.Join("\n      AND ", StoredConditions(resolved, source, slice))
        + "\n    GROUP BY 1, 2, 3\n    OFFSET 0)";

    private static string Key(Dimension dimension, QuerySource source, ResolvedQuery resolved, int slice) => dimension switch
    {
        Dimension.Jurisdiction => source.IsRaw ? GroupOfRaw : "r.ordinal",
        Dimension.Head => "(@head_keys)[r.head_id + 1]",
        Dimension.Month => Month(source, resolved, slice),
        Dimension.Day => DayOfRaw.Replace("{0}", DateOf(resolved), StringComparison.Ordinal),
        Dimension.Year => Month(source, resolved, slice) + " / 12",
        Dimension.Weekday => source.IsRaw ? WeekdayOfRaw : WeekdayOfSlot,
        Dimension.Hour => source.IsRaw ? HourOfRaw : HourOfSlot,
        Dimension.Gender => source.IsRaw ? "r.victim_gender::integer" : GenderOfSlot,
        Dimension.AgeBand => source.IsRaw ? "r.victim_age_band::integer" : AgeBandOfSlot,
        Dimension.Status => UsesStatusRows(resolved, source) ? "s.status" : "r.status::integer",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "The dimension is not in the catalogue."),
    };

    private static string Month(QuerySource source, ResolvedQuery resolved, int slice) => (source.IsRaw ? MonthOfRaw : MonthOfRollup)
        .Replace("{0}", slice.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{1}", DateOf(resolved), StringComparison.Ordinal);

    private static string DateOf(ResolvedQuery resolved) => resolved.Query.CountedBy == DateBasis.Registered ? "r.reported_on" : "r.occurred_on";

    private static IEnumerable<(string Name, string Value)> Tallies(ResolvedQuery resolved, QuerySource source, string? sensitive)
    {
        var tallies = TallyColumns(resolved, source).Select(tally => IsGathered(resolved, source) ? tally with { Value = "r." + tally.Name } : tally).ToArray();
        var readsMore = !source.IsRaw && !IsByCase(resolved) && resolved.Heads.Sensitive.Except(resolved.Heads.Counted).Any();
        foreach (var (name, value, isNeeded) in tallies)
            yield return (name, isNeeded ? Sum(value, readsMore ? "r.head_id = ANY(@counted)" : null) : "0::bigint");
        foreach (var (name, value, isNeeded) in tallies)
            yield return ("s_" + name, isNeeded && sensitive is not null ? Sum(value, sensitive) : "0::bigint");
    }

    private static (string Name, string Value, bool IsNeeded)[] TallyColumns(ResolvedQuery resolved, QuerySource source)
    {
        var needsCourts = resolved.HasAny(QueryCatalogue.IsOfCourts);
        var needsPolice = resolved.HasAny(QueryCatalogue.IsOfPolice);
        return
        [
            ("cases", source.IsRaw ? "1" : source.HasSlots || UsesStatusRows(resolved, source) ? "s.cases" : "r.cases", true),
            ("charged", source.IsRaw ? "(r.status IN (1, 3, 4))::integer" : "r.chargesheeted + r.convicted + r.acquitted", needsPolice),
            ("disposed", source.IsRaw ? "(r.status <> 0)::integer" : "r.chargesheeted + r.closed + r.convicted + r.acquitted", needsPolice),
            ("convicted", source.IsRaw ? "(r.status = 3)::integer" : "r.convicted", needsCourts),
            ("decided", source.IsRaw ? "(r.status IN (3, 4))::integer" : "r.convicted + r.acquitted", needsCourts),
        ];
    }

    private static string Sum(string value, string? condition) => condition is null
        ? $"coalesce(sum({value}), 0)::bigint"
        : $"coalesce(sum({value}) FILTER (WHERE {condition}), 0)::bigint";

    private static IEnumerable<string> Conditions(ResolvedQuery resolved, QuerySource source, int slice)
    {
        var stored = IsGathered(resolved, source) ? [] : StoredConditions(resolved, source, slice);
        return source.IsRaw && resolved.Has(Dimension.Jurisdiction) ? stored.Append(InGroup) : stored;
    }

    private static IEnumerable<string> StoredConditions(ResolvedQuery resolved, QuerySource source, int slice) =>
        source.IsRaw ? RawConditions(resolved, slice) : RollupConditions(resolved, source, slice);

    private static IEnumerable<string> RawConditions(ResolvedQuery resolved, int slice)
    {
        var query = resolved.Query;
        yield return $"{DateOf(resolved)} >= @from{slice} AND {DateOf(resolved)} < @until{slice}";
        // Which partitions can hold a case that was registered by then.
        if (query.CountedBy == DateBasis.Registered)
            yield return $"r.occurred_on < @until{slice}";
        yield return WithinRoots(resolved);
        if (!resolved.Heads.IsEverything)
            yield return "r.head_id = ANY(@leaves)";
        if (!resolved.Sections.IsEmpty)
            yield return UnderSection;
        if (!query.Genders.IsEmpty)
            yield return "r.victim_gender = ANY(@genders)";
        if (!query.AgeBands.IsEmpty)
            yield return "r.victim_age_band = ANY(@age_bands)";
        if (!query.Statuses.IsEmpty)
            yield return "r.status = ANY(@statuses)";
        if (!query.Weekdays.IsEmpty)
            yield return WeekdayOfRaw + " = ANY(@weekdays)";
        if (!query.Hours.IsEmpty)
            yield return HourOfRaw + " = ANY(@hours)";
    }

    private static string WithinRoots(ResolvedQuery resolved) =>
        "(" + string.Join(" OR ", resolved.Places.Roots.Select((_, i) => $"(r.ordinal >= @lo{i} AND r.ordinal < @hi{i})")) + ")";

    private static IEnumerable<string> RollupConditions(ResolvedQuery resolved, QuerySource source, int slice)
    {
        var query = resolved.Query;
        // A whole level is read in the order of the key; single jurisdictions are looked up one by one.
        yield return resolved.Places.IsWholeLevel ? "r.level = @level" : "r.level = ANY(@levels)";
        yield return "r.head_id = ANY(@nodes)";
        yield return resolved.Places.IsWholeLevel ? WithinRoots(resolved) : "r.ordinal = ANY(@ordinals)";
        yield return $"r.month >= @from{slice} AND r.month < @until{slice}";
        if (!query.Genders.IsEmpty)
            yield return GenderOfSlot + " = ANY(@genders)";
        if (!query.AgeBands.IsEmpty)
            yield return AgeBandOfSlot + " = ANY(@age_bands)";
        if (!query.Weekdays.IsEmpty)
            yield return WeekdayOfSlot + " = ANY(@weekdays)";
        if (!query.Hours.IsEmpty)
            yield return HourOfSlot + " = ANY(@hours)";
        if (UsesStatusRows(resolved, source))
            yield return query.Statuses.IsEmpty ? "s.cases > 0" : "s.cases > 0 AND s.status = ANY(@statuses)";
    }

    private static void AddParameters(ResolvedQuery resolved, QuerySource source, short[] sensitive, DynamicParameters parameters)
    {
        var query = resolved.Query;
        var places = resolved.Places;
        parameters.Add("head_keys", resolved.Heads.KeyByHead);
        parameters.Add("sensitive", sensitive);
        parameters.Add("genders", query.Genders.Select(value => (short)value).ToArray());
        parameters.Add("age_bands", query.AgeBands.Select(value => (short)value).ToArray());
        parameters.Add("statuses", query.Statuses.Select(value => (int)value).ToArray());
        parameters.Add("weekdays", query.Weekdays.ToArray());
        parameters.Add("hours", query.Hours.ToArray());
        for (var i = 0; i < places.Roots.Length; i++)
        {
            parameters.Add($"lo{i}", places.Roots[i].Ordinal);
            parameters.Add($"hi{i}", places.Roots[i].OrdinalUntil);
        }

        if (!source.IsRaw)
        {
            parameters.Add("level", (short)places.Counted[0].Level);
            parameters.Add("levels", places.Counted.Select(place => (short)place.Level).Distinct().ToArray());
            parameters.Add("nodes", resolved.Heads.Counted.Union(sensitive).ToArray());
            parameters.Add("counted", resolved.Heads.Counted);
            parameters.Add("ordinals", places.Counted.Select(place => place.Ordinal).ToArray());
            return;
        }

        parameters.Add("leaves", resolved.Heads.Leaves);
        parameters.Add("acts", resolved.Sections.Select(section => section.Act).ToArray());
        parameters.Add("sections", resolved.Sections.Select(section => section.Section).ToArray());
        parameters.Add("subsections", resolved.Sections.Select(section => section.Subsection).ToArray());
        parameters.Add("group_from", places.Groups?.Select(group => group.Ordinal).ToArray() ?? []);
        parameters.Add("group_until", places.Groups?.Select(group => group.OrdinalUntil).ToArray() ?? []);
    }

    private static bool UsesStatusRows(ResolvedQuery resolved, QuerySource source) =>
        !source.IsRaw && (resolved.Has(Dimension.Status) || !resolved.Query.Statuses.IsEmpty);
}
