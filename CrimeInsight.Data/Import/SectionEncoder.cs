using System.Buffers;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Data.Import;

/// <summary>Encodes the sections of cases as rows of a staging table.</summary>
internal static class SectionEncoder
{
    public const string Columns = "incident_id, place, is_principal, act, section, subsection";

    public static void Encode(ArrayBufferWriter<byte> writer, long incidentId, SectionList list)
    {
        for (var at = 0; at < list.Sections.Length; at++)
        {
            var section = list.Sections[at];
            CopyEncoder.WriteFieldCount(writer, 6);
            CopyEncoder.Write(writer, incidentId);
            CopyEncoder.Write(writer, (short)(at + 1));
            CopyEncoder.Write(writer, at == list.Principal);
            CopyEncoder.Write(writer, section.Act);
            CopyEncoder.Write(writer, section.Section);
            CopyEncoder.Write(writer, section.Subsection);
        }
    }
}
