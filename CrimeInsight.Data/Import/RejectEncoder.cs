using System.Buffers;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Data.Import;

/// <summary>Encodes rejects as rows of a staging table.</summary>
internal static class RejectEncoder
{
    public const string Columns = "row_number, column_name, value, reason";

    public static void Encode(ArrayBufferWriter<byte> writer, RejectedCell reject)
    {
        CopyEncoder.WriteFieldCount(writer, 4);
        CopyEncoder.Write(writer, reject.Row);
        CopyEncoder.Write(writer, reject.Column);
        CopyEncoder.Write(writer, reject.Value);
        CopyEncoder.Write(writer, reject.Reason.ToString());
    }
}
