using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>
/// Encodes incidents as rows of a staging table. Protected cases lose their hour, exact place, words and value here, before
/// anything leaves the process; coordinates are kept to six decimals (0.1 m).
/// </summary>
/// <param name="batchNumber">The upper half of the incidents' ids.</param>
/// <param name="firstOrdinals">Of places that have moved, where they were at first: that is what the content names, wherever they are.</param>
internal sealed class IncidentEncoder(CrimeHeadTree heads, int batchNumber, IReadOnlyDictionary<int, int>? firstOrdinals = null)
{
    private const short FieldCount = 26;

    private const int HashBytes = ReferenceKey.Bytes;

    private static readonly TimeSpan s_indiaOffset = new(5, 30, 0);

    /// <summary>The keys of all that was encoded.</summary>
    public KeyLedger Keys { get; } = new();

    /// <summary>Columns in the order of the encoding.</summary>
    public const string Columns = """
        id, place_precision, is_sensitive, status,
        occurred_on, occurred_hour, head_id, ordinal, victim_gender, victim_age_band, offender_gender, offender_age_band,
        cell_key, latitude, longitude, occurred_from, occurred_until, reported_on, property_value, modus_operandi,
        content_hash, key, source, source_reference, chargesheeted_on, disposed_on
        """;

    // What is hashed of a protected case, of which less is stored.
    private readonly ArrayBufferWriter<byte> _whole = new(1024);

    /// <param name="rowNumber">Unique in the batch, below 2^32; of two duplicates the lower stays.</param>
    /// <returns>The cell key that is stored, and whether the case is protected.</returns>
    public (long? CellKey, bool IsSensitive) Encode(ArrayBufferWriter<byte> writer, long rowNumber, Incident incident)
    {
        var isSensitive = VictimProtection.Covers(incident, heads);
        CopyEncoder.WriteFieldCount(writer, FieldCount);
        CopyEncoder.Write(writer, IdOf(rowNumber));
        CopyEncoder.Write(writer, (short)PrecisionOf(incident, isSensitive));
        CopyEncoder.Write(writer, isSensitive);
        CopyEncoder.Write(writer, (short)incident.Status);
        Span<byte> contentHash = stackalloc byte[HashBytes];
        var cellKey = WriteContent(writer, incident, isSensitive, contentHash);
        CopyEncoder.WriteUuid(writer, contentHash);
        WriteIdentity(writer, incident, contentHash);
        WriteDay(writer, incident.ChargesheetedOn);
        WriteDay(writer, incident.DisposedOn);
        return (cellKey, isSensitive);
    }

    /// <summary>The id that a row's case will have.</summary>
    public long IdOf(long rowNumber) => ((long)batchNumber << 32) | rowNumber;

    private static void WriteDay(ArrayBufferWriter<byte> writer, DateOnly? day)
    {
        if (day is { } known)
            CopyEncoder.Write(writer, known);
        else
            CopyEncoder.WriteNull(writer);
    }

    // The hash covers the bytes of the content as it came: reordering them would forget the content of every case already loaded. A
    // case is protected by its head or otherwise; the hash has always left out what its head forbids, and only that.
    private long? WriteContent(ArrayBufferWriter<byte> writer, Incident incident, bool isSensitive, Span<byte> hash)
    {
        var start = writer.WrittenCount;
        var ordinal = incident.JurisdictionOrdinal;
        var isMoved = firstOrdinals is not null && firstOrdinals.TryGetValue(ordinal, out ordinal);
        if (!isSensitive && !isMoved)
        {
            var cellKey = WriteContent(writer, incident, incident.JurisdictionOrdinal, incident.OccurredAt, incident.OccurredUntil, isCoarse: false);
            XxHash128.Hash(writer.WrittenSpan[start..], hash);
            return cellKey;
        }

        _whole.ResetWrittenCount();
        WriteContent(
            _whole, incident, isMoved ? ordinal : incident.JurisdictionOrdinal, incident.OccurredAt, incident.OccurredUntil,
            heads.IsSensitive(incident.HeadId));
        XxHash128.Hash(_whole.WrittenSpan, hash);
        return isSensitive
            ? WriteContent(writer, incident, incident.JurisdictionOrdinal, null, LaterDayOf(incident), isCoarse: true)
            : WriteContent(writer, incident, incident.JurisdictionOrdinal, incident.OccurredAt, incident.OccurredUntil, isCoarse: false);
    }

    // The key is a hash of source and reference; without a reference that of the whole row of the source, or of
    // the content where an incident comes from no row.
    private void WriteIdentity(ArrayBufferWriter<byte> writer, Incident incident, ReadOnlySpan<byte> contentHash)
    {
        var hasReference = incident.SourceReference.Length > 0;
        Span<byte> key = stackalloc byte[HashBytes];
        if (hasReference)
            ReferenceKey.Write(incident.Source, incident.SourceReference, incident.ReportedOn, incident.OccurredOn, key);
        else if (incident.SourceRow is { } row)
            BinaryPrimitives.WriteUInt128BigEndian(key, row);
        else
            contentHash.CopyTo(key);
        CopyEncoder.WriteUuid(writer, key);
        Keys.Add(key);
        CopyEncoder.Write(writer, incident.Source);
        CopyEncoder.Write(writer, hasReference ? incident.SourceReference : null);
    }

    private static LocationPrecision PrecisionOf(Incident incident, bool isSensitive) =>
        // The point of the station stands in, and is not stored.
        incident.Place is null ? (incident.Precision == LocationPrecision.Station && !isSensitive ? LocationPrecision.Station : LocationPrecision.None)
        : isSensitive && incident.Precision < LocationPrecision.Cell ? LocationPrecision.Cell
        : incident.Precision;

    private static DateTime? LaterDayOf(Incident incident) =>
        incident.OccurredUntil is { } until && DateOnly.FromDateTime(until) > incident.OccurredOn ? until.Date : null;

    private static long? WriteContent(
        ArrayBufferWriter<byte> writer, Incident incident, int ordinal, TimeOnly? at, DateTime? until, bool isCoarse)
    {
        CopyEncoder.Write(writer, incident.OccurredOn);
        if (at is { } time)
            CopyEncoder.Write(writer, (short)time.Hour);
        else
            CopyEncoder.WriteNull(writer);
        CopyEncoder.Write(writer, incident.HeadId);
        CopyEncoder.Write(writer, ordinal);
        CopyEncoder.Write(writer, (short)incident.VictimGender);
        CopyEncoder.Write(writer, (short)incident.VictimAgeBand);
        CopyEncoder.Write(writer, (short)incident.OffenderGender);
        CopyEncoder.Write(writer, (short)incident.OffenderAgeBand);
        var cellKey = WritePlace(writer, incident.Place, isCoarse);
        CopyEncoder.WriteInstant(writer, incident.OccurredOn.ToDateTime(at ?? TimeOnly.MinValue) - s_indiaOffset);
        if (until is { } end)
            CopyEncoder.WriteInstant(writer, end - s_indiaOffset);
        else
            CopyEncoder.WriteNull(writer);
        CopyEncoder.Write(writer, incident.ReportedOn);
        if (!isCoarse && incident.PropertyValueRupees is { } value)
            CopyEncoder.Write(writer, value);
        else
            CopyEncoder.WriteNull(writer);
        CopyEncoder.Write(writer, isCoarse ? null : incident.ModusOperandi);
        return cellKey;
    }

    private static long? WritePlace(ArrayBufferWriter<byte> writer, GeoPoint? place, bool isCoarse)
    {
        if (place is not { } exact)
        {
            CopyEncoder.WriteNull(writer);
            CopyEncoder.WriteNull(writer);
            CopyEncoder.WriteNull(writer);
            return null;
        }

        var point = isCoarse ? MapCell.Generalise(exact) : exact;
        point = new GeoPoint(Math.Round(point.Latitude, 6), Math.Round(point.Longitude, 6));
        var cellKey = MapCell.KeyOf(point);
        CopyEncoder.Write(writer, cellKey);
        CopyEncoder.Write(writer, point.Latitude);
        CopyEncoder.Write(writer, point.Longitude);
        return cellKey;
    }
}
