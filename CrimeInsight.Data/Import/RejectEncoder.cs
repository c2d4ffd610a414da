using System.Buffers;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Data.Import;

/// <summary>Encodes rejects as rows of a staging table.</summary>
internal static class RejectEncoder
{
    public const string Columns = "row_number, line_number, column_name, value, reason, suggestion";

    public static void Encode(ArrayBufferWriter<byte> writer, RejectedCell reject)
    {
        CopyEncoder.WriteFieldCount(writer, 6);
        CopyEncoder.Write(writer, reject.Row);
        if (reject.Line != reject.Row)
            CopyEncoder.Write(writer, reject.Line);
        else
            CopyEncoder.WriteNull(writer);
        CopyEncoder.Write(writer, reject.Column);
        CopyEncoder.Write(writer, reject.Value);
        CopyEncoder.Write(writer, reject.Reason.ToString());
        CopyEncoder.Write(writer, reject.Suggestion);
    }
}
