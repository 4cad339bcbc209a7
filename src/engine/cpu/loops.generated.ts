/* eslint-disable */
/* Written by `npm run generate` from the rows of the instruction table (see emitter.ts). Not to be edited. */
import { STEP_MARK } from '../journal.ts'
import { FLAGS_WORD, RIP_WORD } from '../words.ts'
import { divideLong, multiplyLong, parity, signedProductHigh, unsignedProductHigh } from './loop-arithmetic.ts'
import type { LoopState } from './loop-state.ts'

/** The operation of every variant of every form; 0 where the interpreter executes it. */
// prettier-ignore
export const OPERATIONS: readonly number[] = [3, 4, 1000, 1001, 5, 6, 7, 8, 3, 9, 1000, 1002, 5, 10, 7, 11, 12, 0, 1003, 0, 13, 0, 14, 15, 14, 0, 12, 16, 1003, 1004, 13, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1005, 1006, 18, 19, 18, 19, 1007, 1008, 1007, 1008, 20, 21, 1009, 1010, 22, 23, 1011, 1012, 1013, 1014, 1015, 1016, 20, 21, 0, 0, 0, 1017, 0, 24, 0, 0, 0, 0, 1018, 0, 1018, 0, 1019, 0, 1019, 0, 1020, 1021, 0, 0, 1018, 1022, 1019, 1023, 1020, 1024, 0, 0, 1018, 1025, 1019, 1026, 1027, 1028, 0, 0, 25, 26, 27, 1029, 1027, 1030, 0, 0, 25, 28, 27, 29, 0, 0, 30, 31, 32, 1031, 1032, 0, 0, 0, 30, 0, 32, 0, 1032, 1033, 0, 0, 30, 31, 32, 1031, 1034, 1035, 0, 0, 1036, 1037, 1038, 1039, 1034, 1040, 0, 0, 1036, 1041, 1038, 1042, 0, 0, 1043, 1044, 1045, 1046, 1047, 0, 0, 0, 1043, 0, 1045, 0, 1047, 1048, 0, 0, 1043, 1044, 1045, 1046, 1049, 1050, 0, 0, 33, 34, 35, 1051, 1049, 1052, 0, 0, 33, 36, 35, 37, 0, 0, 38, 39, 40, 1053, 1054, 0, 0, 0, 38, 0, 40, 0, 1054, 1055, 0, 0, 38, 39, 40, 1053, 1056, 1057, 0, 0, 1058, 1059, 1060, 1061, 1056, 1062, 0, 0, 1058, 1063, 1060, 1064, 0, 0, 1065, 1066, 1067, 1068, 1069, 0, 0, 0, 1065, 0, 1067, 0, 1069, 1070, 0, 0, 1065, 1066, 1067, 1068, 1071, 1072, 0, 0, 41, 42, 43, 1073, 1071, 1074, 0, 0, 41, 44, 43, 45, 0, 0, 46, 47, 48, 1075, 49, 0, 0, 0, 46, 0, 48, 0, 49, 50, 0, 0, 46, 47, 48, 1075, 1076, 1077, 0, 0, 51, 52, 53, 1078, 1079, 1080, 0, 0, 54, 55, 56, 1081, 1082, 1083, 0, 0, 1084, 1085, 1086, 1087, 1088, 1089, 0, 0, 1090, 1091, 1092, 1093, 1094, 1095, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1096, 1097, 0, 0, 57, 1098, 1099, 1100, 1096, 1101, 0, 0, 57, 1102, 1099, 1103, 0, 0, 58, 1104, 1105, 1106, 1107, 0, 0, 0, 58, 0, 1105, 0, 1107, 1108, 0, 0, 58, 1104, 1105, 1106, 1109, 1110, 0, 0, 1111, 1112, 1113, 1114, 1109, 1115, 0, 0, 1111, 1116, 1113, 1117, 0, 0, 1118, 1119, 1120, 1121, 1122, 0, 0, 0, 1118, 0, 1120, 0, 1122, 1123, 0, 0, 1118, 1119, 1120, 1121, 1124, 1125, 0, 0, 59, 1126, 1127, 1128, 1124, 1129, 0, 0, 59, 1130, 1127, 1131, 0, 0, 60, 1132, 1133, 1134, 1135, 0, 0, 0, 60, 0, 1133, 0, 1135, 1136, 0, 0, 60, 1132, 1133, 1134, 61, 1137, 0, 0, 62, 1138, 63, 1139, 1140, 0, 0, 0, 1141, 0, 1142, 0, 1140, 1143, 0, 0, 1141, 1144, 1142, 1145, 1146, 1147, 0, 0, 1148, 1149, 1150, 1151, 1152, 1153, 0, 0, 1154, 1155, 1156, 1157, 1158, 1159, 0, 0, 1160, 1161, 1162, 1163, 1164, 1165, 0, 0, 1166, 1167, 1168, 1169, 1170, 1171, 0, 0, 1172, 1173, 1174, 1175, 1176, 1177, 0, 0, 1178, 1179, 1180, 1181, 1182, 1183, 0, 0, 1184, 1185, 1186, 1187, 1188, 1189, 0, 0, 1190, 1191, 1192, 1193, 1194, 1195, 0, 0, 1196, 1197, 1198, 1199, 1200, 1201, 0, 0, 1202, 1203, 1204, 1205, 1206, 1207, 0, 0, 1208, 1209, 1210, 1211, 1212, 1213, 0, 0, 1214, 1215, 1216, 1217, 1218, 1219, 0, 0, 1220, 1221, 1222, 1223, 1224, 1225, 0, 0, 1226, 1227, 1228, 1229, 1230, 1231, 0, 0, 1232, 1233, 1234, 1235, 1236, 1237, 0, 0, 1238, 1239, 1240, 1241, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1242, 1243, 1244, 1245, 0, 0, 1246, 1247, 1248, 1249, 0, 0, 1250, 1251, 1252, 1253, 0, 0, 1250, 1251, 1252, 1253, 0, 0, 0, 0, 1254, 1255, 1256, 1257, 0, 0, 0, 0, 1258, 1259, 1260, 1261, 0, 0, 0, 0, 1262, 1263, 1264, 1265, 0, 0, 1266, 0, 1267, 0, 0, 0, 1268, 1269, 1270, 1271, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1272, 1273, 0, 0, 0, 0, 1274, 1275, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1276, 0, 1277, 0, 0, 0, 1278, 0, 1279, 0, 1280, 1281, 1282, 1283, 1284, 1285, 1286, 1287, 1288, 1289, 1290, 1291, 1292, 1293, 1294, 1295, 1296, 1297, 1298, 1299, 1300, 1301, 1302, 1303, 1304, 1305, 1306, 1307, 1308, 1309, 1310, 1311, 0, 0, 1312, 1313, 1314, 1315, 0, 0, 1316, 1317, 1318, 1319, 0, 0, 1320, 1321, 1322, 1323, 0, 0, 1324, 1325, 1326, 1327, 0, 0, 1328, 1329, 1330, 1331, 0, 0, 1332, 1333, 1334, 1335, 0, 0, 1336, 1337, 1338, 1339, 0, 0, 1340, 1341, 1342, 1343, 0, 0, 1344, 1345, 1346, 1347, 0, 0, 1348, 1349, 1350, 1351, 0, 0, 1352, 1353, 1354, 1355, 0, 0, 1356, 1357, 1358, 1359, 0, 0, 1360, 1361, 1362, 1363, 0, 0, 1364, 1365, 1366, 1367, 0, 0, 1368, 1369, 1370, 1371, 0, 0, 1372, 1373, 1374, 1375, 64, 0, 0, 0, 1376, 0, 1376, 0, 0, 0, 0, 0, 64, 0, 0, 0, 65, 0, 0, 0, 65, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 66, 0, 0, 0, 67, 0, 68, 0, 69, 0, 0, 0, 70, 0, 70, 0, 71, 72, 73, 0, 73, 0, 74, 0, 74, 0, 75, 0, 75, 0, 76, 0, 76, 0, 77, 0, 77, 0, 78, 0, 78, 0, 79, 0, 79, 0, 80, 0, 80, 0, 81, 0, 81, 0, 82, 0, 82, 0, 83, 0, 83, 0, 84, 0, 84, 0, 85, 0, 85, 0, 86, 0, 86, 0, 87, 0, 87, 0, 88, 0, 88, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1377, 1378, 1379, 1380, 1381, 1382, 1383, 1384, 1385, 1386, 1387, 1388, 1389, 1390, 1391, 1392, 1393, 1394, 0, 0, 1395, 1396, 1397, 1398, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1399, 0, 0, 0, 1399, 1399, 1399, 1399, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1400, 0, 1401, 0, 1402, 0, 1403, 0, 1404, 0, 1405, 1406, 1405, 1407, 1405, 1406, 1405, 1407, 1405, 1406, 1405, 1407, 1405, 1408, 1405, 1409, 1405, 1408, 1405, 1409, 1405, 1408, 1405, 1409, 0, 1407, 0, 1407, 0, 1407, 0, 6, 0, 8, 1410, 1411, 1412, 1413, 1414, 1415, 1416, 1417, 0, 1418, 0, 1417, 0, 1419, 0, 1420, 0, 1418, 0, 1417, 0, 1419, 0, 1420, 1421, 0, 1422, 0, 1423, 1411, 1424, 1413, 0, 0, 0, 0, 1425, 1415, 1405, 1417, 1425, 1415, 1426, 1417, 0, 0, 0, 0, 0, 0, 0, 0, 1427, 1428, 1427, 1428, 1427, 1428, 1429, 1430, 1429, 1430, 1431, 0, 0, 0, 1431, 0, 1432, 0, 1431, 0, 1432, 0, 1433, 0, 1434, 0, 0, 0, 1435, 1436, 1437, 1436, 1438, 1436, 0, 0, 0, 0, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 0, 0, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1439, 1440, 1441, 0, 0, 0, 0, 0, 1439, 1440, 1441, 0, 0, 0, 0, 0, 1439, 1440, 1441, 0, 0, 0, 0, 0, 1439, 1440, 1441, 0, 0, 0, 0, 0, 1439, 1440, 1441, 0, 0, 0, 0, 0, 1439, 1440, 1441, 0, 0, 0, 0, 0, 1439, 1440, 1441, 0, 0, 0, 0, 0, 1439, 1440, 1441, 0, 0, 0, 0, 0, 1441, 0, 1441, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1442, 1443, 1444, 1445, 1439, 1440, 1439, 1440, 1442, 1443, 1444, 1445, 1439, 1440, 1439, 1440, 1442, 1443, 1444, 1445, 1439, 1440, 1439, 1440, 1442, 1443, 1444, 1445, 1439, 1440, 1439, 1440, 1442, 1443, 1444, 1445, 1439, 1440, 1439, 1440, 1442, 1443, 1444, 1445, 1439, 1440, 1439, 1440, 1442, 1443, 1444, 1445, 1439, 1440, 1439, 1440, 1446, 1447, 1448, 1449, 1429, 1430, 1429, 1430, 1450, 1451, 1452, 1453, 1450, 1451, 1452, 1453, 1442, 1443, 1454, 1455, 1442, 1443, 1454, 1455, 1456, 1457, 1458, 1459, 1456, 1457, 1458, 1459, 1460, 1461, 1462, 1463, 1460, 1461, 1462, 1463, 1464, 1465, 1466, 1467, 1464, 1465, 1466, 1467, 1442, 1443, 1444, 1445, 1454, 1455, 1454, 1455, 1454, 1455, 1468, 1469, 1454, 1455, 1454, 1455, 1468, 1469, 1454, 1455, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

/** What operations do with the stack unsaid: base register, displacement, kind of access, bytes. */
// prettier-ignore
export const STACK_ACCESSES: Readonly<Record<number, readonly [number, number, number, number]>> = {
  64: [4, -8, 1, 8],
  65: [4, 0, 0, 8],
  66: [5, 0, 0, 8],
  67: [4, -8, 1, 8],
  68: [4, -8, 1, 8],
  69: [4, 0, 0, 8],
  1376: [4, -8, 1, 8],
}

// prettier-ignore
export function runRecorded(state: LoopState, steps: number): number {
const { journal, words, bytes, view, tagLow, tagHigh, base, entryAt, entryRecord, general } = state
let { code, record: p, ripHigh } = state
let flags = words[journal.registersAt + FLAGS_WORD]!
let { log, logLength: n } = journal
let low = 0, high = 0, at = 0, target = 0, link = 0, chunk = steps, left = steps
for (; left > 0; left--) {
log[n] = STEP_MARK | flags
log[n + 1] = code[p + 1]!
n += 2
let operation = code[p]!
const memory = code[p + 5]!
if (memory !== -1) {
const baseWord = code[p + 7]!
const displacement = code[p + 10]!
low = (words[baseWord]! + displacement) | 0
high = (words[baseWord + 1]! + code[p + 11]! + ((low >>> 0) < (displacement >>> 0) ? 1 : 0)) | 0
const indexWord = code[p + 8]!
if (indexWord >= 0) {
const scale = code[p + 9]!
const index = words[indexWord]!
const scaled = index << scale
const scaledHigh = (words[indexWord + 1]! << scale) | ((index >>> 1) >>> (31 - scale))
low = (low + scaled) | 0
high = (high + scaledHigh + ((low >>> 0) < (scaled >>> 0) ? 1 : 0)) | 0
}
if (memory >= 0) {
const slot = memory + ((low >>> 12) & 255)
if (tagLow[slot] === ((low + code[p + 6]!) & -4096) && tagHigh[slot] === high) {
at = base[slot]! + (low & 4095)
} else {
journal.logLength = n
at = state.resolve(low, high, memory, code[p + 6]!)
log = journal.log
n = journal.logLength
const room = (log.length - n) >> 4
if (left > room) {
chunk -= left - room
left = room
}
if (at < 0) operation = 0
}
}
}
switch (operation) {
case 1:
n -= 2
left++
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
case 2:
n -= 2
state.reached()
chunk -= left
left = 1
continue
case 3: { // mov register8, register8
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
continue
}
case 4: { // mov memory8, register8
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
continue
}
case 5: { // mov register32, register32
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = code[p + 3]!
log[n] = t2
log[n + 1] = words[t2]!
n += 2
words[t2] = t1
if (words[t2 + 1] !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
words[t2 + 1] = 0
}
p += 16
continue
}
case 6: { // mov memory32, register32
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
if ((at & 3) !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
}
view.setInt32(at, t1, true)
p += 16
continue
}
case 7: { // mov register64, register64
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t1
if (words[t3 + 1] !== t2) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = t2
}
p += 16
continue
}
case 8: { // mov memory64, register64
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 2
log[n + 1] = words[t3 + 2]!
n += 2
}
view.setInt32(at, t1, true)
view.setInt32(at + 4, t2, true)
p += 16
continue
}
case 9: { // mov register8, memory8
const t0 = bytes[at]!
const t1 = code[p + 3]!
log[n] = t1 >> 2
log[n + 1] = words[t1 >> 2]!
n += 2
bytes[t1] = t0
p += 16
continue
}
case 10: { // mov register32, memory32
const t0 = view.getInt32(at, true)
const t1 = code[p + 3]!
log[n] = t1
log[n + 1] = words[t1]!
n += 2
words[t1] = t0
if (words[t1 + 1] !== 0) {
log[n] = t1 + 1
log[n + 1] = words[t1 + 1]!
n += 2
words[t1 + 1] = 0
}
p += 16
continue
}
case 11: { // mov register64, memory64
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 3]!
log[n] = t2
log[n + 1] = words[t2]!
n += 2
words[t2] = t0
if (words[t2 + 1] !== t1) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
words[t2 + 1] = t1
}
p += 16
continue
}
case 12: { // mov register8, number8
const t0 = (code[p + 12]!) & 255
const t1 = code[p + 3]!
log[n] = t1 >> 2
log[n + 1] = words[t1 >> 2]!
n += 2
bytes[t1] = t0
p += 16
continue
}
case 13: { // mov register32, number32
const t0 = code[p + 12]!
const t1 = code[p + 3]!
log[n] = t1
log[n + 1] = words[t1]!
n += 2
words[t1] = t0
if (words[t1 + 1] !== 0) {
log[n] = t1 + 1
log[n + 1] = words[t1 + 1]!
n += 2
words[t1 + 1] = 0
}
p += 16
continue
}
case 14: { // mov register64, number32
const t0 = code[p + 12]!
const t1 = code[p + 13]!
const t2 = code[p + 3]!
log[n] = t2
log[n + 1] = words[t2]!
n += 2
words[t2] = t0
if (words[t2 + 1] !== t1) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
words[t2 + 1] = t1
}
p += 16
continue
}
case 15: { // mov memory64, number32
const t0 = code[p + 12]!
const t1 = code[p + 13]!
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t2 + 2
log[n + 1] = words[t2 + 2]!
n += 2
}
view.setInt32(at, t0, true)
view.setInt32(at + 4, t1, true)
p += 16
continue
}
case 16: { // mov memory8, number8
const t0 = (code[p + 12]!) & 255
const t1 = at >> 2
log[n] = t1
log[n + 1] = words[t1]!
n += 2
bytes[at] = t0
p += 16
continue
}
case 17: { // mov memory32, number32
const t0 = code[p + 12]!
const t1 = at >> 2
log[n] = t1
log[n + 1] = words[t1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t1 + 1
log[n + 1] = words[t1 + 1]!
n += 2
}
view.setInt32(at, t0, true)
p += 16
continue
}
case 18: { // movzx register32, register8
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = code[p + 3]!
log[n] = t2
log[n + 1] = words[t2]!
n += 2
words[t2] = t1
if (words[t2 + 1] !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
words[t2 + 1] = 0
}
p += 16
continue
}
case 19: { // movzx register32, memory8
const t0 = bytes[at]!
const t1 = code[p + 3]!
log[n] = t1
log[n + 1] = words[t1]!
n += 2
words[t1] = t0
if (words[t1 + 1] !== 0) {
log[n] = t1 + 1
log[n + 1] = words[t1 + 1]!
n += 2
words[t1 + 1] = 0
}
p += 16
continue
}
case 20: { // movsxd register64, register32
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = t1 >> 31
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t1
if (words[t3 + 1] !== t2) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = t2
}
p += 16
continue
}
case 21: { // movsxd register64, memory32
const t0 = view.getInt32(at, true)
const t1 = t0 >> 31
const t2 = code[p + 3]!
log[n] = t2
log[n + 1] = words[t2]!
n += 2
words[t2] = t0
if (words[t2 + 1] !== t1) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
words[t2 + 1] = t1
}
p += 16
continue
}
case 22: { // movsx register32, register8
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = (t1 << 24) >> 24
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t2
if (words[t3 + 1] !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = 0
}
p += 16
continue
}
case 23: { // movsx register32, memory8
const t0 = bytes[at]!
const t1 = (t0 << 24) >> 24
const t2 = code[p + 3]!
log[n] = t2
log[n + 1] = words[t2]!
n += 2
words[t2] = t1
if (words[t2 + 1] !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
words[t2 + 1] = 0
}
p += 16
continue
}
case 24: { // lea register64, memory64
const t0 = code[p + 3]!
log[n] = t0
log[n + 1] = words[t0]!
n += 2
words[t0] = low
if (words[t0 + 1] !== high) {
log[n] = t0 + 1
log[n + 1] = words[t0 + 1]!
n += 2
words[t0 + 1] = high
}
p += 16
continue
}
case 25: { // add register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 + t3) | 0
flags = (flags & -2262) | (((t1 & t3) | ((t1 | t3) & ~t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t4) & (t3 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
continue
}
case 26: { // add memory32, register32
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 + t2) | 0
flags = (flags & -2262) | (((t0 & t2) | ((t0 | t2) & ~t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
continue
}
case 27: { // add register64, register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 + t4) | 0
const t7 = (t2 + t5 + ((t6 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((t2 & t5) | ((t2 | t5) & ~t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t7) & (t5 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t6
if (words[t9 + 1] !== t7) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t7
}
p += 16
continue
}
case 28: { // add register32, memory32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (t1 + t2) | 0
flags = (flags & -2262) | (((t1 & t2) | ((t1 | t2) & ~t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
continue
}
case 29: { // add register64, memory64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (t1 + t3) | 0
const t6 = (t2 + t4 + ((t5 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t2 & t4) | ((t2 | t4) & ~t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
continue
}
case 30: { // add register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = (t1 + t2) | 0
flags = (flags & -2262) | (((t1 & t2) | ((t1 | t2) & ~t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
continue
}
case 31: { // add memory32, number8
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = (t0 + t1) | 0
flags = (flags & -2262) | (((t0 & t1) | ((t0 | t1) & ~t2)) >>> 31) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t2) & (t1 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
continue
}
case 32: { // add register64, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = (t1 + t3) | 0
const t6 = (t2 + t4 + ((t5 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t2 & t4) | ((t2 | t4) & ~t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
continue
}
case 33: { // sub register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 - t3) | 0
flags = (flags & -2262) | (((~t1 & t3) | ((~t1 | t3) & t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
continue
}
case 34: { // sub memory32, register32
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 - t2) | 0
flags = (flags & -2262) | (((~t0 & t2) | ((~t0 | t2) & t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
continue
}
case 35: { // sub register64, register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 - t4) | 0
const t7 = (t2 - t5 - ((t1 >>> 0) < (t4 >>> 0) ? 1 : 0)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((~t2 & t5) | ((~t2 | t5) & t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t5) & (t2 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t6
if (words[t9 + 1] !== t7) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t7
}
p += 16
continue
}
case 36: { // sub register32, memory32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (t1 - t2) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
continue
}
case 37: { // sub register64, memory64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (t1 - t3) | 0
const t6 = (t2 - t4 - ((t1 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
continue
}
case 38: { // sub register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = (t1 - t2) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
continue
}
case 39: { // sub memory32, number8
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = (t0 - t1) | 0
flags = (flags & -2262) | (((~t0 & t1) | ((~t0 | t1) & t2)) >>> 31) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
continue
}
case 40: { // sub register64, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = (t1 - t3) | 0
const t6 = (t2 - t4 - ((t1 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
continue
}
case 41: { // cmp register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 - t3) | 0
flags = (flags & -2262) | (((~t1 & t3) | ((~t1 | t3) & t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
p += 16
continue
}
case 42: { // cmp memory32, register32
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 - t2) | 0
flags = (flags & -2262) | (((~t0 & t2) | ((~t0 | t2) & t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
p += 16
continue
}
case 43: { // cmp register64, register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 - t4) | 0
const t7 = (t2 - t5 - ((t1 >>> 0) < (t4 >>> 0) ? 1 : 0)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((~t2 & t5) | ((~t2 | t5) & t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t5) & (t2 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
p += 16
continue
}
case 44: { // cmp register32, memory32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (t1 - t2) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
p += 16
continue
}
case 45: { // cmp register64, memory64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (t1 - t3) | 0
const t6 = (t2 - t4 - ((t1 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
p += 16
continue
}
case 46: { // cmp register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = (t1 - t2) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
p += 16
continue
}
case 47: { // cmp memory32, number8
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = (t0 - t1) | 0
flags = (flags & -2262) | (((~t0 & t1) | ((~t0 | t1) & t2)) >>> 31) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
p += 16
continue
}
case 48: { // cmp register64, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = (t1 - t3) | 0
const t6 = (t2 - t4 - ((t1 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
p += 16
continue
}
case 49: { // cmp register8, number8
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = (t1 - t2) & 255
flags = (flags & -2262) | ((((~t1 & t2) | ((~t1 | t2) & t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
p += 16
continue
}
case 50: { // cmp memory8, number8
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = (t0 - t1) & 255
flags = (flags & -2262) | ((((~t0 & t1) | ((~t0 | t1) & t2)) >>> 7) & 1) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
p += 16
continue
}
case 51: { // inc register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = (t1 + 1) | 0
flags = (flags & -2261) | ((t1 ^ 1 ^ t2) & 16) | ((((t1 ^ t2) & (1 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t2
if (words[t3 + 1] !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = 0
}
p += 16
continue
}
case 52: { // inc memory32
const t0 = view.getInt32(at, true)
const t1 = (t0 + 1) | 0
flags = (flags & -2261) | ((t0 ^ 1 ^ t1) & 16) | ((((t0 ^ t1) & (1 ^ t1)) >>> 20) & 2048) | parity[t1 & 255]! | (((~t1 & (t1 - 1)) >>> 25) & 64) | ((t1 >>> 24) & 128)
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
if ((at & 3) !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
}
view.setInt32(at, t1, true)
p += 16
continue
}
case 53: { // inc register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = (t1 + 1) | 0
const t4 = (t2 + 0 + ((t3 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t5 = t3 | t4
flags = (flags & -2261) | ((t1 ^ 1 ^ t3) & 16) | ((((t2 ^ t4) & (0 ^ t4)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t3
if (words[t6 + 1] !== t4) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = t4
}
p += 16
continue
}
case 54: { // dec register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = (t1 - 1) | 0
flags = (flags & -2261) | ((t1 ^ 1 ^ t2) & 16) | ((((t1 ^ 1) & (t1 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t2
if (words[t3 + 1] !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = 0
}
p += 16
continue
}
case 55: { // dec memory32
const t0 = view.getInt32(at, true)
const t1 = (t0 - 1) | 0
flags = (flags & -2261) | ((t0 ^ 1 ^ t1) & 16) | ((((t0 ^ 1) & (t0 ^ t1)) >>> 20) & 2048) | parity[t1 & 255]! | (((~t1 & (t1 - 1)) >>> 25) & 64) | ((t1 >>> 24) & 128)
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
if ((at & 3) !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
}
view.setInt32(at, t1, true)
p += 16
continue
}
case 56: { // dec register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = (t1 - 1) | 0
const t4 = (t2 - 0 - ((t1 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
const t5 = t3 | t4
flags = (flags & -2261) | ((t1 ^ 1 ^ t3) & 16) | ((((t2 ^ 0) & (t2 ^ t4)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t3
if (words[t6 + 1] !== t4) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = t4
}
p += 16
continue
}
case 57: { // and register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = t1 & t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
continue
}
case 58: { // and register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t1 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
continue
}
case 59: { // xor register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = t1 ^ t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
continue
}
case 60: { // xor register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t1 ^ t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
continue
}
case 61: { // test register8, register8
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t1 & t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
p += 16
continue
}
case 62: { // test register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = t1 & t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
p += 16
continue
}
case 63: { // test register64, register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = t1 & t4
const t7 = t2 & t5
const t8 = t6 | t7
flags = (flags & -2262) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
p += 16
continue
}
case 64: { // push register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
log[n] = (general + 8)
log[n + 1] = words[(general + 8)]!
n += 2
words[(general + 8)] = low
if (words[(general + 8) + 1] !== high) {
log[n] = (general + 8) + 1
log[n + 1] = words[(general + 8) + 1]!
n += 2
words[(general + 8) + 1] = high
}
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 2
log[n + 1] = words[t3 + 2]!
n += 2
}
view.setInt32(at, t1, true)
view.setInt32(at + 4, t2, true)
p += 16
continue
}
case 65: { // pop register64
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = (low + 8) | 0
const t3 = (high + 0 + ((t2 >>> 0) < (low >>> 0) ? 1 : 0)) | 0
log[n] = (general + 8)
log[n + 1] = words[(general + 8)]!
n += 2
words[(general + 8)] = t2
if (words[(general + 8) + 1] !== t3) {
log[n] = (general + 8) + 1
log[n + 1] = words[(general + 8) + 1]!
n += 2
words[(general + 8) + 1] = t3
}
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t0
if (words[t4 + 1] !== t1) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = t1
}
p += 16
continue
}
case 66: { // leave
const t2 = view.getInt32(at, true)
const t3 = view.getInt32(at + 4, true)
const t4 = (low + 8) | 0
const t5 = (high + 0 + ((t4 >>> 0) < (low >>> 0) ? 1 : 0)) | 0
log[n] = (general + 8)
log[n + 1] = words[(general + 8)]!
n += 2
words[(general + 8)] = t4
if (words[(general + 8) + 1] !== t5) {
log[n] = (general + 8) + 1
log[n + 1] = words[(general + 8) + 1]!
n += 2
words[(general + 8) + 1] = t5
}
log[n] = (general + 10)
log[n + 1] = words[(general + 10)]!
n += 2
words[(general + 10)] = t2
if (words[(general + 10) + 1] !== t3) {
log[n] = (general + 10) + 1
log[n + 1] = words[(general + 10) + 1]!
n += 2
words[(general + 10) + 1] = t3
}
p += 16
continue
}
case 67: { // call number32
const t0 = code[p + 2]!
log[n] = (general + 8)
log[n + 1] = words[(general + 8)]!
n += 2
words[(general + 8)] = low
if (words[(general + 8) + 1] !== high) {
log[n] = (general + 8) + 1
log[n + 1] = words[(general + 8) + 1]!
n += 2
words[(general + 8) + 1] = high
}
const t1 = at >> 2
log[n] = t1
log[n + 1] = words[t1]!
n += 2
log[n] = t1 + 1
log[n + 1] = words[t1 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t1 + 2
log[n + 1] = words[t1 + 2]!
n += 2
}
view.setInt32(at, t0, true)
view.setInt32(at + 4, ripHigh, true)
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
case 68: { // call register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 2]!
if (t2 !== ripHigh) {
link = -2
break
}
log[n] = (general + 8)
log[n + 1] = words[(general + 8)]!
n += 2
words[(general + 8)] = low
if (words[(general + 8) + 1] !== high) {
log[n] = (general + 8) + 1
log[n + 1] = words[(general + 8) + 1]!
n += 2
words[(general + 8) + 1] = high
}
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 2
log[n + 1] = words[t4 + 2]!
n += 2
}
view.setInt32(at, t3, true)
view.setInt32(at + 4, ripHigh, true)
target = t1
link = -1
break
}
case 69: { // ret
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = (low + 8) | 0
const t3 = (high + 0 + ((t2 >>> 0) < (low >>> 0) ? 1 : 0)) | 0
if (t1 !== ripHigh) {
link = -2
break
}
log[n] = (general + 8)
log[n + 1] = words[(general + 8)]!
n += 2
words[(general + 8)] = t2
if (words[(general + 8) + 1] !== t3) {
log[n] = (general + 8) + 1
log[n + 1] = words[(general + 8) + 1]!
n += 2
words[(general + 8) + 1] = t3
}
target = t0
link = -1
break
}
case 70: { // jmp number8
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
case 71: { // jmp register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
if (t2 !== ripHigh) {
link = -2
break
}
target = t1
link = -1
break
}
case 72: { // jmp memory64
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
if (t1 !== ripHigh) {
link = -2
break
}
target = t0
link = -1
break
}
case 73: { // jo number8
if ((flags & 2048) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 74: { // jno number8
if ((flags & 2048) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 75: { // jb number8
if ((flags & 1) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 76: { // jae number8
if ((flags & 1) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 77: { // je number8
if ((flags & 64) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 78: { // jne number8
if ((flags & 64) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 79: { // jbe number8
if ((flags & 65) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 80: { // ja number8
if ((flags & 65) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 81: { // js number8
if ((flags & 128) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 82: { // jns number8
if ((flags & 128) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 83: { // jp number8
if ((flags & 4) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 84: { // jnp number8
if ((flags & 4) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 85: { // jl number8
if ((((flags >> 4) ^ flags) & 128) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 86: { // jge number8
if ((((flags >> 4) ^ flags) & 128) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 87: { // jle number8
if (((((flags >> 4) ^ flags) & 128) | (flags & 64)) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 88: { // jg number8
if (((((flags >> 4) ^ flags) & 128) | (flags & 64)) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
default: {
if (operation >= 1000) {
state.flags = flags
journal.logLength = n
const next = APART[operation - 1000]!(state, p, at, low, high)
flags = state.flags
log = journal.log
n = journal.logLength
const room = (log.length - n) >> 4
if (left > room) {
chunk -= left - room
left = room
}
if (next >= 0) {
p = next
continue
}
}
link = -2
}
}
if (link === -2) {
words[journal.registersAt + FLAGS_WORD] = flags
journal.logLength = n
const executed = chunk - left
journal.stepCount += executed + 1
p = state.interpret(p)
journal.stepCount -= p >= 0 || state.stepCounts ? executed + 1 : executed
flags = words[journal.registersAt + FLAGS_WORD]!
code = state.code
ripHigh = state.ripHigh
log = journal.log
n = journal.logLength
const room = (log.length - n) >> 4
if (left > room) {
chunk -= left - room
left = room
}
if (p >= 0) continue
if (state.stepCounts) left--
chunk -= left
left = 0
break
}
p = entryAt[target & 1023] === target ? entryRecord[target & 1023]! : -1
if (p < 0) {
journal.logLength = n
p = state.find(target)
code = state.code
log = journal.log
n = journal.logLength
const room = (log.length - n) >> 4
if (left > room) {
chunk -= left - room
left = room
}
if (p < 0) {
left--
chunk -= left
left = 0
break
}
}
if (link >= 0) code[link + 14] = p
}
words[journal.registersAt + FLAGS_WORD] = flags
if (p >= 0) words[journal.registersAt + RIP_WORD] = code[p + 1]!
journal.logLength = n
journal.logEnd = n
return chunk - left
}

// prettier-ignore
/** By their numbers, from the first that is not in the loops: where to go on, or a negative number. */
export const APART: readonly ((state: LoopState, p: number, at: number, low: number, high: number) => number)[] = [
  // mov register16, register16
  (state, p) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = view.getUint16(t0, true)
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
view.setInt16(t2, t1, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // mov memory16, register16
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = view.getUint16(t0, true)
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
if ((at & 3) === 3) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
}
view.setInt16(at, t1, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // mov register16, memory16
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getUint16(at, true)
const t1 = code[p + 3]!
log[n] = t1 >> 2
log[n + 1] = words[t1 >> 2]!
n += 2
view.setInt16(t1, t0, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // mov register16, number16
  (state, p) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (code[p + 12]!) & 65535
const t1 = code[p + 3]!
log[n] = t1 >> 2
log[n + 1] = words[t1 >> 2]!
n += 2
view.setInt16(t1, t0, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // mov memory16, number16
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (code[p + 12]!) & 65535
const t1 = at >> 2
log[n] = t1
log[n + 1] = words[t1]!
n += 2
if ((at & 3) === 3) {
log[n] = t1 + 1
log[n + 1] = words[t1 + 1]!
n += 2
}
view.setInt16(at, t0, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movzx register16, register8
  (state, p) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
view.setInt16(t2, t1, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movzx register16, memory8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 3]!
log[n] = t1 >> 2
log[n + 1] = words[t1 >> 2]!
n += 2
view.setInt16(t1, t0, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movzx register32, register16
  (state, p) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = view.getUint16(t0, true)
const t2 = code[p + 3]!
log[n] = t2
log[n + 1] = words[t2]!
n += 2
words[t2] = t1
if (words[t2 + 1] !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
words[t2 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movzx register32, memory16
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getUint16(at, true)
const t1 = code[p + 3]!
log[n] = t1
log[n + 1] = words[t1]!
n += 2
words[t1] = t0
if (words[t1 + 1] !== 0) {
log[n] = t1 + 1
log[n + 1] = words[t1 + 1]!
n += 2
words[t1 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsx register16, register8
  (state, p) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = (t1 << 24) >> 24
const t3 = (t2) & 65535
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
view.setInt16(t4, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsx register16, memory8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (t0 << 24) >> 24
const t2 = (t1) & 65535
const t3 = code[p + 3]!
log[n] = t3 >> 2
log[n + 1] = words[t3 >> 2]!
n += 2
view.setInt16(t3, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsx register64, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = (t1 << 24) >> 24
const t3 = t2 >> 31
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t2
if (words[t4 + 1] !== t3) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = t3
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsx register64, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (t0 << 24) >> 24
const t2 = t1 >> 31
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t1
if (words[t3 + 1] !== t2) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = t2
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsx register32, register16
  (state, p) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = view.getUint16(t0, true)
const t2 = (t1 << 16) >> 16
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t2
if (words[t3 + 1] !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsx register32, memory16
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getUint16(at, true)
const t1 = (t0 << 16) >> 16
const t2 = code[p + 3]!
log[n] = t2
log[n + 1] = words[t2]!
n += 2
words[t2] = t1
if (words[t2 + 1] !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
words[t2 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsx register64, register16
  (state, p) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = view.getUint16(t0, true)
const t2 = (t1 << 16) >> 16
const t3 = t2 >> 31
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t2
if (words[t4 + 1] !== t3) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = t3
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsx register64, memory16
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getUint16(at, true)
const t1 = (t0 << 16) >> 16
const t2 = t1 >> 31
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t1
if (words[t3 + 1] !== t2) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = t2
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // lea register32, memory64
  (state, p, _at, low) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
log[n] = t0
log[n + 1] = words[t0]!
n += 2
words[t0] = low
if (words[t0 + 1] !== 0) {
log[n] = t0 + 1
log[n + 1] = words[t0 + 1]!
n += 2
words[t0 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
const t5 = code[p + 4]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t1
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t4
if (words[t6 + 1] !== t5) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = t5
}
const t7 = code[p + 4]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t1
if (words[t7 + 1] !== t2) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = t2
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
const t5 = code[p + 4]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg register8, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t1
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t1, true)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t2
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
}
view.setInt32(at, t1, true)
view.setInt32(at + 4, t2, true)
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t3
if (words[t6 + 1] !== t4) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = t4
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t2
const t4 = code[p + 4]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t0
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg memory32, register32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t2, true)
const t4 = code[p + 4]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t0
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xchg memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
}
view.setInt32(at, t3, true)
view.setInt32(at + 4, t4, true)
const t6 = code[p + 4]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t0
if (words[t6 + 1] !== t1) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = t1
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // add register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = (t1 + t3) & 255
flags = (flags & -2262) | ((((t1 & t3) | ((t1 | t3) & ~t4)) >>> 7) & 1) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t4) & (t3 ^ t4)) << 4) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = code[p + 3]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // add memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = (t0 + t2) & 255
flags = (flags & -2262) | ((((t0 & t2) | ((t0 | t2) & ~t3)) >>> 7) & 1) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t3) & (t2 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // add memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = (t0 + t3) | 0
const t6 = (t1 + t4 + ((t5 >>> 0) < (t0 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t1 & t4) | ((t1 | t4) & ~t6)) >>> 31) | ((t0 ^ t3 ^ t5) & 16) | ((((t1 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // add register8, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = (t1 + t2) & 255
flags = (flags & -2262) | ((((t1 & t2) | ((t1 | t2) & ~t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // add memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = (t0 + t2) | 0
const t5 = (t1 + t3 + ((t4 >>> 0) < (t0 >>> 0) ? 1 : 0)) | 0
const t6 = t4 | t5
flags = (flags & -2262) | (((t1 & t3) | ((t1 | t3) & ~t5)) >>> 31) | ((t0 ^ t2 ^ t4) & 16) | ((((t1 ^ t5) & (t3 ^ t5)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 2
log[n + 1] = words[t7 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // add register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = (t1 + t2) & 255
flags = (flags & -2262) | ((((t1 & t2) | ((t1 | t2) & ~t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // add memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = (t0 + t1) & 255
flags = (flags & -2262) | ((((t0 & t1) | ((t0 | t1) & ~t2)) >>> 7) & 1) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t2) & (t1 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = (t1 + t3 + ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((t1 & t3) | ((t1 | t3) & ~t4)) >>> 7) & 1) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t4) & (t3 ^ t4)) << 4) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = code[p + 3]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = (t0 + t2 + ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((t0 & t2) | ((t0 | t2) & ~t3)) >>> 7) & 1) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t3) & (t2 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 + t3 + ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((t1 & t3) | ((t1 | t3) & ~t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t4) & (t3 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc memory32, register32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 + t2 + ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((t0 & t2) | ((t0 | t2) & ~t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 + t4 + ((flags >>> 0) & 1)) | 0
const t7 = (t2 + t5 + (((t1 & t4) | ((t1 | t4) & ~t6)) >>> 31)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((t2 & t5) | ((t2 | t5) & ~t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t7) & (t5 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t6
if (words[t9 + 1] !== t7) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = (t0 + t3 + ((flags >>> 0) & 1)) | 0
const t6 = (t1 + t4 + (((t0 & t3) | ((t0 | t3) & ~t5)) >>> 31)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t1 & t4) | ((t1 | t4) & ~t6)) >>> 31) | ((t0 ^ t3 ^ t5) & 16) | ((((t1 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register8, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = (t1 + t2 + ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((t1 & t2) | ((t1 | t2) & ~t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (t1 + t2 + ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((t1 & t2) | ((t1 | t2) & ~t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (t1 + t3 + ((flags >>> 0) & 1)) | 0
const t6 = (t2 + t4 + (((t1 & t3) | ((t1 | t3) & ~t5)) >>> 31)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t2 & t4) | ((t2 | t4) & ~t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = (t1 + t2 + ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((t1 & t2) | ((t1 | t2) & ~t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = (t0 + t1 + ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((t0 & t1) | ((t0 | t1) & ~t2)) >>> 31) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t2) & (t1 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = (t1 + t3 + ((flags >>> 0) & 1)) | 0
const t6 = (t2 + t4 + (((t1 & t3) | ((t1 | t3) & ~t5)) >>> 31)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t2 & t4) | ((t2 | t4) & ~t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = (t0 + t2 + ((flags >>> 0) & 1)) | 0
const t5 = (t1 + t3 + (((t0 & t2) | ((t0 | t2) & ~t4)) >>> 31)) | 0
const t6 = t4 | t5
flags = (flags & -2262) | (((t1 & t3) | ((t1 | t3) & ~t5)) >>> 31) | ((t0 ^ t2 ^ t4) & 16) | ((((t1 ^ t5) & (t3 ^ t5)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 2
log[n + 1] = words[t7 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = (t1 + t2 + ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((t1 & t2) | ((t1 | t2) & ~t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // adc memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = (t0 + t1 + ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((t0 & t1) | ((t0 | t1) & ~t2)) >>> 7) & 1) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t2) & (t1 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sub register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = (t1 - t3) & 255
flags = (flags & -2262) | ((((~t1 & t3) | ((~t1 | t3) & t4)) >>> 7) & 1) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t4)) << 4) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = code[p + 3]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sub memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = (t0 - t2) & 255
flags = (flags & -2262) | ((((~t0 & t2) | ((~t0 | t2) & t3)) >>> 7) & 1) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sub memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = (t0 - t3) | 0
const t6 = (t1 - t4 - ((t0 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t1 & t4) | ((~t1 | t4) & t6)) >>> 31) | ((t0 ^ t3 ^ t5) & 16) | ((((t1 ^ t4) & (t1 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sub register8, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = (t1 - t2) & 255
flags = (flags & -2262) | ((((~t1 & t2) | ((~t1 | t2) & t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sub memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = (t0 - t2) | 0
const t5 = (t1 - t3 - ((t0 >>> 0) < (t2 >>> 0) ? 1 : 0)) | 0
const t6 = t4 | t5
flags = (flags & -2262) | (((~t1 & t3) | ((~t1 | t3) & t5)) >>> 31) | ((t0 ^ t2 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t5)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 2
log[n + 1] = words[t7 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sub register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = (t1 - t2) & 255
flags = (flags & -2262) | ((((~t1 & t2) | ((~t1 | t2) & t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sub memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = (t0 - t1) & 255
flags = (flags & -2262) | ((((~t0 & t1) | ((~t0 | t1) & t2)) >>> 7) & 1) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = (t1 - t3 - ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((~t1 & t3) | ((~t1 | t3) & t4)) >>> 7) & 1) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t4)) << 4) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = code[p + 3]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = (t0 - t2 - ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((~t0 & t2) | ((~t0 | t2) & t3)) >>> 7) & 1) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 - t3 - ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((~t1 & t3) | ((~t1 | t3) & t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb memory32, register32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 - t2 - ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((~t0 & t2) | ((~t0 | t2) & t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 - t4 - ((flags >>> 0) & 1)) | 0
const t7 = (t2 - t5 - (((~t1 & t4) | ((~t1 | t4) & t6)) >>> 31)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((~t2 & t5) | ((~t2 | t5) & t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t5) & (t2 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t6
if (words[t9 + 1] !== t7) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = (t0 - t3 - ((flags >>> 0) & 1)) | 0
const t6 = (t1 - t4 - (((~t0 & t3) | ((~t0 | t3) & t5)) >>> 31)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t1 & t4) | ((~t1 | t4) & t6)) >>> 31) | ((t0 ^ t3 ^ t5) & 16) | ((((t1 ^ t4) & (t1 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register8, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = (t1 - t2 - ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((~t1 & t2) | ((~t1 | t2) & t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (t1 - t2 - ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (t1 - t3 - ((flags >>> 0) & 1)) | 0
const t6 = (t2 - t4 - (((~t1 & t3) | ((~t1 | t3) & t5)) >>> 31)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = (t1 - t2 - ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = (t0 - t1 - ((flags >>> 0) & 1)) | 0
flags = (flags & -2262) | (((~t0 & t1) | ((~t0 | t1) & t2)) >>> 31) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = (t1 - t3 - ((flags >>> 0) & 1)) | 0
const t6 = (t2 - t4 - (((~t1 & t3) | ((~t1 | t3) & t5)) >>> 31)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = (t0 - t2 - ((flags >>> 0) & 1)) | 0
const t5 = (t1 - t3 - (((~t0 & t2) | ((~t0 | t2) & t4)) >>> 31)) | 0
const t6 = t4 | t5
flags = (flags & -2262) | (((~t1 & t3) | ((~t1 | t3) & t5)) >>> 31) | ((t0 ^ t2 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t5)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 2
log[n + 1] = words[t7 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = (t1 - t2 - ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((~t1 & t2) | ((~t1 | t2) & t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sbb memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = (t0 - t1 - ((flags >>> 0) & 1)) & 255
flags = (flags & -2262) | ((((~t0 & t1) | ((~t0 | t1) & t2)) >>> 7) & 1) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmp register8, register8
  (state, p) => {
const { journal, bytes, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = (t1 - t3) & 255
flags = (flags & -2262) | ((((~t1 & t3) | ((~t1 | t3) & t4)) >>> 7) & 1) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t4)) << 4) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmp memory8, register8
  (state, p, at) => {
const { journal, bytes, code } = state
let { flags } = state
const n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = (t0 - t2) & 255
flags = (flags & -2262) | ((((~t0 & t2) | ((~t0 | t2) & t3)) >>> 7) & 1) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmp memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = (t0 - t3) | 0
const t6 = (t1 - t4 - ((t0 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t1 & t4) | ((~t1 | t4) & t6)) >>> 31) | ((t0 ^ t3 ^ t5) & 16) | ((((t1 ^ t4) & (t1 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmp register8, memory8
  (state, p, at) => {
const { journal, bytes, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = (t1 - t2) & 255
flags = (flags & -2262) | ((((~t1 & t2) | ((~t1 | t2) & t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmp memory64, number8
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = (t0 - t2) | 0
const t5 = (t1 - t3 - ((t0 >>> 0) < (t2 >>> 0) ? 1 : 0)) | 0
const t6 = t4 | t5
flags = (flags & -2262) | (((~t1 & t3) | ((~t1 | t3) & t5)) >>> 31) | ((t0 ^ t2 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t5)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // inc register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (t1 + 1) & 255
flags = (flags & -2261) | ((t1 ^ 1 ^ t2) & 16) | ((((t1 ^ t2) & (1 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = code[p + 3]!
log[n] = t3 >> 2
log[n + 1] = words[t3 >> 2]!
n += 2
bytes[t3] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // inc memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (t0 + 1) & 255
flags = (flags & -2261) | ((t0 ^ 1 ^ t1) & 16) | ((((t0 ^ t1) & (1 ^ t1)) << 4) & 2048) | parity[t1 & 255]! | (((~t1 & (t1 - 1)) >>> 25) & 64) | (t1 & 128)
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // inc memory64
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = (t0 + 1) | 0
const t3 = (t1 + 0 + ((t2 >>> 0) < (t0 >>> 0) ? 1 : 0)) | 0
const t4 = t2 | t3
flags = (flags & -2261) | ((t0 ^ 1 ^ t2) & 16) | ((((t1 ^ t3) & (0 ^ t3)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
}
view.setInt32(at, t2, true)
view.setInt32(at + 4, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // dec register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (t1 - 1) & 255
flags = (flags & -2261) | ((t1 ^ 1 ^ t2) & 16) | ((((t1 ^ 1) & (t1 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = code[p + 3]!
log[n] = t3 >> 2
log[n + 1] = words[t3 >> 2]!
n += 2
bytes[t3] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // dec memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (t0 - 1) & 255
flags = (flags & -2261) | ((t0 ^ 1 ^ t1) & 16) | ((((t0 ^ 1) & (t0 ^ t1)) << 4) & 2048) | parity[t1 & 255]! | (((~t1 & (t1 - 1)) >>> 25) & 64) | (t1 & 128)
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // dec memory64
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = (t0 - 1) | 0
const t3 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
const t4 = t2 | t3
flags = (flags & -2261) | ((t0 ^ 1 ^ t2) & 16) | ((((t1 ^ 0) & (t1 ^ t3)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
}
view.setInt32(at, t2, true)
view.setInt32(at + 4, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // neg register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (0 - t1) & 255
flags = (flags & -2262) | ((((~0 & t1) | ((~0 | t1) & t2)) >>> 7) & 1) | ((0 ^ t1 ^ t2) & 16) | ((((0 ^ t1) & (0 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = code[p + 3]!
log[n] = t3 >> 2
log[n + 1] = words[t3 >> 2]!
n += 2
bytes[t3] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // neg memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (0 - t0) & 255
flags = (flags & -2262) | ((((~0 & t0) | ((~0 | t0) & t1)) >>> 7) & 1) | ((0 ^ t0 ^ t1) & 16) | ((((0 ^ t0) & (0 ^ t1)) << 4) & 2048) | parity[t1 & 255]! | (((~t1 & (t1 - 1)) >>> 25) & 64) | (t1 & 128)
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // neg register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = (0 - t1) | 0
flags = (flags & -2262) | (((~0 & t1) | ((~0 | t1) & t2)) >>> 31) | ((0 ^ t1 ^ t2) & 16) | ((((0 ^ t1) & (0 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t2
if (words[t3 + 1] !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // neg memory32
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = (0 - t0) | 0
flags = (flags & -2262) | (((~0 & t0) | ((~0 | t0) & t1)) >>> 31) | ((0 ^ t0 ^ t1) & 16) | ((((0 ^ t0) & (0 ^ t1)) >>> 20) & 2048) | parity[t1 & 255]! | (((~t1 & (t1 - 1)) >>> 25) & 64) | ((t1 >>> 24) & 128)
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
if ((at & 3) !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
}
view.setInt32(at, t1, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // neg register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = (0 - t1) | 0
const t4 = (0 - t2 - ((0 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t5 = t3 | t4
flags = (flags & -2262) | (((~0 & t2) | ((~0 | t2) & t4)) >>> 31) | ((0 ^ t1 ^ t3) & 16) | ((((0 ^ t2) & (0 ^ t4)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t3
if (words[t6 + 1] !== t4) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = t4
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // neg memory64
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = (0 - t0) | 0
const t3 = (0 - t1 - ((0 >>> 0) < (t0 >>> 0) ? 1 : 0)) | 0
const t4 = t2 | t3
flags = (flags & -2262) | (((~0 & t1) | ((~0 | t1) & t3)) >>> 31) | ((0 ^ t0 ^ t2) & 16) | ((((0 ^ t1) & (0 ^ t3)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
}
view.setInt32(at, t2, true)
view.setInt32(at + 4, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xadd register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = (t1 + t3) & 255
flags = (flags & -2262) | ((((t1 & t3) | ((t1 | t3) & ~t4)) >>> 7) & 1) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t4) & (t3 ^ t4)) << 4) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = code[p + 4]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t1
const t6 = code[p + 3]!
log[n] = t6 >> 2
log[n + 1] = words[t6 >> 2]!
n += 2
bytes[t6] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xadd memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = (t0 + t2) & 255
flags = (flags & -2262) | ((((t0 & t2) | ((t0 | t2) & ~t3)) >>> 7) & 1) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t3) & (t2 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
bytes[at] = t3
const t5 = code[p + 4]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t0
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xadd register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 + t3) | 0
flags = (flags & -2262) | (((t1 & t3) | ((t1 | t3) & ~t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t4) & (t3 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 4]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t1
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t4
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xadd memory32, register32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 + t2) | 0
flags = (flags & -2262) | (((t0 & t2) | ((t0 | t2) & ~t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
}
view.setInt32(at, t3, true)
const t5 = code[p + 4]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t0
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xadd register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 + t4) | 0
const t7 = (t2 + t5 + ((t6 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((t2 & t5) | ((t2 | t5) & ~t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t7) & (t5 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 4]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t1
if (words[t9 + 1] !== t2) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t2
}
const t10 = code[p + 3]!
log[n] = t10
log[n + 1] = words[t10]!
n += 2
words[t10] = t6
if (words[t10 + 1] !== t7) {
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
words[t10 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xadd memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = (t0 + t3) | 0
const t6 = (t1 + t4 + ((t5 >>> 0) < (t0 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t1 & t4) | ((t1 | t4) & ~t6)) >>> 31) | ((t0 ^ t3 ^ t5) & 16) | ((((t1 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
const t9 = code[p + 4]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t0
if (words[t9 + 1] !== t1) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t1
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmpxchg register8, register8
  (state, p) => {
const { journal, words, bytes, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[((general + 0) * 4)]!
const t1 = code[p + 3]!
const t2 = bytes[t1]!
const t3 = (t0 - t2) & 255
if (!(t3 === 0)) {
}
const t4 = code[p + 4]!
const t5 = bytes[t4]!
const t6 = t3 === 0
const t7 = t6 ? t5 : t2
flags = (flags & -2262) | ((((~t0 & t2) | ((~t0 | t2) & t3)) >>> 7) & 1) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t8 = ((general + 0) * 4)
log[n] = t8 >> 2
log[n + 1] = words[t8 >> 2]!
n += 2
bytes[t8] = t2
const t9 = code[p + 3]!
log[n] = t9 >> 2
log[n + 1] = words[t9 >> 2]!
n += 2
bytes[t9] = t7
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmpxchg memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[((general + 0) * 4)]!
const t1 = bytes[at]!
const t2 = (t0 - t1) & 255
if (!(t2 === 0)) {
}
const t3 = code[p + 4]!
const t4 = bytes[t3]!
const t5 = t2 === 0
const t6 = t5 ? t4 : t1
flags = (flags & -2262) | ((((~t0 & t1) | ((~t0 | t1) & t2)) >>> 7) & 1) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
bytes[at] = t6
const t8 = ((general + 0) * 4)
log[n] = t8 >> 2
log[n + 1] = words[t8 >> 2]!
n += 2
bytes[t8] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t1 & t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = code[p + 3]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t0 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and memory32, register32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = t0 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = t1 & t4
const t7 = t2 & t5
const t8 = t6 | t7
flags = (flags & -2262) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t6
if (words[t9 + 1] !== t7) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = t0 & t3
const t6 = t1 & t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and register8, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = t1 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = t1 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = t1 & t3
const t6 = t2 & t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = t0 & t1
flags = (flags & -2262) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = t1 & t3
const t6 = t2 & t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = t0 & t2
const t5 = t1 & t3
const t6 = t4 | t5
flags = (flags & -2262) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 2
log[n + 1] = words[t7 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = t1 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // and memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = t0 & t1
flags = (flags & -2262) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t1 | t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = code[p + 3]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t0 | t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = t1 | t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or memory32, register32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = t0 | t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = t1 | t4
const t7 = t2 | t5
const t8 = t6 | t7
flags = (flags & -2262) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t6
if (words[t9 + 1] !== t7) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = t0 | t3
const t6 = t1 | t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register8, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = t1 | t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = t1 | t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = t1 | t3
const t6 = t2 | t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t1 | t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = t0 | t1
flags = (flags & -2262) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = t1 | t3
const t6 = t2 | t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = t0 | t2
const t5 = t1 | t3
const t6 = t4 | t5
flags = (flags & -2262) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 2
log[n + 1] = words[t7 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = t1 | t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // or memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = t0 | t1
flags = (flags & -2262) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t1 ^ t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = code[p + 3]!
log[n] = t5 >> 2
log[n + 1] = words[t5 >> 2]!
n += 2
bytes[t5] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t0 ^ t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor memory32, register32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = t0 ^ t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = t1 ^ t4
const t7 = t2 ^ t5
const t8 = t6 | t7
flags = (flags & -2262) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t6
if (words[t9 + 1] !== t7) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = t0 ^ t3
const t6 = t1 ^ t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor register8, memory8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = bytes[at]!
const t3 = t1 ^ t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = t1 ^ t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
log[n] = t4
log[n + 1] = words[t4]!
n += 2
words[t4] = t3
if (words[t4 + 1] !== 0) {
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
words[t4 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = t1 ^ t3
const t6 = t2 ^ t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = t0 ^ t1
flags = (flags & -2262) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = t1 ^ t3
const t6 = t2 ^ t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== t6) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = t0 ^ t2
const t5 = t1 ^ t3
const t6 = t4 | t5
flags = (flags & -2262) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 2
log[n + 1] = words[t7 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = t1 ^ t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = code[p + 3]!
log[n] = t4 >> 2
log[n + 1] = words[t4 >> 2]!
n += 2
bytes[t4] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // xor memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = t0 ^ t1
flags = (flags & -2262) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
const t3 = at >> 2
log[n] = t3
log[n + 1] = words[t3]!
n += 2
bytes[at] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test memory8, register8
  (state, p, at) => {
const { journal, bytes, code } = state
let { flags } = state
const n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t0 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test memory32, register32
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = t0 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test memory64, register64
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = t0 & t3
const t6 = t1 & t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test register8, number8
  (state, p) => {
const { journal, bytes, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = t1 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test register32, number32
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t1 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test register64, number32
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = t1 & t3
const t6 = t2 & t4
const t7 = t5 | t6
flags = (flags & -2262) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test memory8, number8
  (state, p, at) => {
const { journal, bytes, code } = state
let { flags } = state
const n = journal.logLength
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = t0 & t1
flags = (flags & -2262) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test memory32, number32
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = t0 & t1
flags = (flags & -2262) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // test memory64, number32
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
const t4 = t0 & t2
const t5 = t1 & t3
const t6 = t4 | t5
flags = (flags & -2262) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // not register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (~t1) & 255
const t3 = code[p + 3]!
log[n] = t3 >> 2
log[n + 1] = words[t3 >> 2]!
n += 2
bytes[t3] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // not memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = (~t0) & 255
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // not register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = ~t1
const t3 = code[p + 3]!
log[n] = t3
log[n + 1] = words[t3]!
n += 2
words[t3] = t2
if (words[t3 + 1] !== 0) {
log[n] = t3 + 1
log[n + 1] = words[t3 + 1]!
n += 2
words[t3 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // not memory32
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = ~t0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
if ((at & 3) !== 0) {
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
}
view.setInt32(at, t1, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // not register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = ~t1
const t4 = ~t2
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t3
if (words[t5 + 1] !== t4) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = t4
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // not memory64
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = ~t0
const t3 = ~t1
const t4 = at >> 2
log[n] = t4
log[n + 1] = words[t4]!
n += 2
log[n] = t4 + 1
log[n + 1] = words[t4 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t4 + 2
log[n + 1] = words[t4 + 2]!
n += 2
}
view.setInt32(at, t2, true)
view.setInt32(at + 4, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = 1 & 31
const t3 = (t1 << t2) | 0
const t4 = (t3) & 255
if (!(t2 === 0)) {
const t5 = (t3 >>> 8) & 1
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
flags = (flags & -2) | ((t5) << 0)
const t6 = ((t4 >>> 7)) ^ (t5)
flags = (flags & -2049) | (t6 << 11)
}
const t7 = code[p + 3]!
log[n] = t7 >> 2
log[n + 1] = words[t7 >> 2]!
n += 2
bytes[t7] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory8, number8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = 1 & 31
const t2 = (t0 << t1) | 0
const t3 = (t2) & 255
if (!(t1 === 0)) {
const t4 = (t2 >>> 8) & 1
flags = (flags & -197) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
flags = (flags & -2) | ((t4) << 0)
const t5 = ((t3 >>> 7)) ^ (t4)
flags = (flags & -2049) | (t5 << 11)
}
const t6 = at >> 2
log[n] = t6
log[n + 1] = words[t6]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = 1 & 31
const t3 = (t1 << t2) | 0
if (!(t2 === 0)) {
const t4 = (32 - t2) & 255
const t5 = t4 & 31
const t6 = (t1 >>> t5) & 1
flags = (flags & -197) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
flags = (flags & -2) | ((t6) << 0)
const t7 = ((t3 >>> 31)) ^ (t6)
flags = (flags & -2049) | (t7 << 11)
}
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t3
if (words[t8 + 1] !== 0) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory32, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = 1 & 31
const t2 = (t0 << t1) | 0
if (!(t1 === 0)) {
const t3 = (32 - t1) & 255
const t4 = t3 & 31
const t5 = (t0 >>> t4) & 1
flags = (flags & -197) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
flags = (flags & -2) | ((t5) << 0)
const t6 = ((t2 >>> 31)) ^ (t5)
flags = (flags & -2049) | (t6 << 11)
}
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = 1 & 63
const t4 = t3 < 32 ? t1 << t3 : 0
const t5 = t3 < 32 ? ((t2 << t3) | ((t1 >>> 1) >>> (31 - t3))) : t1 << t3
if (!(t3 === 0)) {
const t6 = (64 - t3) & 255
const t7 = t6 & 63
const t8 = ((t7 < 32 ? t1 : t2) >>> t7) & 1
const t9 = t4 | t5
flags = (flags & -197) | parity[t4 & 255]! | (((~t9 & (t9 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
flags = (flags & -2) | ((t8) << 0)
const t10 = ((t5 >>> 31)) ^ (t8)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = code[p + 3]!
log[n] = t11
log[n + 1] = words[t11]!
n += 2
words[t11] = t4
if (words[t11 + 1] !== t5) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
words[t11 + 1] = t5
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory64, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = 1 & 63
const t3 = t2 < 32 ? t0 << t2 : 0
const t4 = t2 < 32 ? ((t1 << t2) | ((t0 >>> 1) >>> (31 - t2))) : t0 << t2
if (!(t2 === 0)) {
const t5 = (64 - t2) & 255
const t6 = t5 & 63
const t7 = ((t6 < 32 ? t0 : t1) >>> t6) & 1
const t8 = t3 | t4
flags = (flags & -197) | parity[t3 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
flags = (flags & -2) | ((t7) << 0)
const t9 = ((t4 >>> 31)) ^ (t7)
flags = (flags & -2049) | (t9 << 11)
}
const t10 = at >> 2
log[n] = t10
log[n + 1] = words[t10]!
n += 2
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t10 + 2
log[n + 1] = words[t10 + 2]!
n += 2
}
view.setInt32(at, t3, true)
view.setInt32(at + 4, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 31
const t5 = (t1 << t4) | 0
const t6 = (t5) & 255
if (!(t4 === 0)) {
const t7 = (t5 >>> 8) & 1
flags = (flags & -197) | parity[t6 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | (t6 & 128)
flags = (flags & -2) | ((t7) << 0)
const t8 = ((t6 >>> 7)) ^ (t7)
flags = (flags & -2049) | (t8 << 11)
}
const t9 = code[p + 3]!
log[n] = t9 >> 2
log[n + 1] = words[t9 >> 2]!
n += 2
bytes[t9] = t6
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t2 & 31
const t4 = (t0 << t3) | 0
const t5 = (t4) & 255
if (!(t3 === 0)) {
const t6 = (t4 >>> 8) & 1
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | (t5 & 128)
flags = (flags & -2) | ((t6) << 0)
const t7 = ((t5 >>> 7)) ^ (t6)
flags = (flags & -2049) | (t7 << 11)
}
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
bytes[at] = t5
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register32, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 31
const t5 = (t1 << t4) | 0
if (!(t4 === 0)) {
const t6 = (32 - t4) & 255
const t7 = t6 & 31
const t8 = (t1 >>> t7) & 1
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
flags = (flags & -2) | ((t8) << 0)
const t9 = ((t5 >>> 31)) ^ (t8)
flags = (flags & -2049) | (t9 << 11)
}
const t10 = code[p + 3]!
log[n] = t10
log[n + 1] = words[t10]!
n += 2
words[t10] = t5
if (words[t10 + 1] !== 0) {
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
words[t10 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory32, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t2 & 31
const t4 = (t0 << t3) | 0
if (!(t3 === 0)) {
const t5 = (32 - t3) & 255
const t6 = t5 & 31
const t7 = (t0 >>> t6) & 1
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
flags = (flags & -2) | ((t7) << 0)
const t8 = ((t4 >>> 31)) ^ (t7)
flags = (flags & -2049) | (t8 << 11)
}
const t9 = at >> 2
log[n] = t9
log[n + 1] = words[t9]!
n += 2
if ((at & 3) !== 0) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
}
view.setInt32(at, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register64, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = bytes[t3]!
const t5 = t4 & 63
const t6 = t5 < 32 ? t1 << t5 : 0
const t7 = t5 < 32 ? ((t2 << t5) | ((t1 >>> 1) >>> (31 - t5))) : t1 << t5
if (!(t5 === 0)) {
const t8 = (64 - t5) & 255
const t9 = t8 & 63
const t10 = ((t9 < 32 ? t1 : t2) >>> t9) & 1
const t11 = t6 | t7
flags = (flags & -197) | parity[t6 & 255]! | (((~t11 & (t11 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
flags = (flags & -2) | ((t10) << 0)
const t12 = ((t7 >>> 31)) ^ (t10)
flags = (flags & -2049) | (t12 << 11)
}
const t13 = code[p + 3]!
log[n] = t13
log[n + 1] = words[t13]!
n += 2
words[t13] = t6
if (words[t13 + 1] !== t7) {
log[n] = t13 + 1
log[n + 1] = words[t13 + 1]!
n += 2
words[t13 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory64, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 63
const t5 = t4 < 32 ? t0 << t4 : 0
const t6 = t4 < 32 ? ((t1 << t4) | ((t0 >>> 1) >>> (31 - t4))) : t0 << t4
if (!(t4 === 0)) {
const t7 = (64 - t4) & 255
const t8 = t7 & 63
const t9 = ((t8 < 32 ? t0 : t1) >>> t8) & 1
const t10 = t5 | t6
flags = (flags & -197) | parity[t5 & 255]! | (((~t10 & (t10 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
flags = (flags & -2) | ((t9) << 0)
const t11 = ((t6 >>> 31)) ^ (t9)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = at >> 2
log[n] = t12
log[n + 1] = words[t12]!
n += 2
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t12 + 2
log[n + 1] = words[t12 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 12]!
const t3 = t2 & 31
const t4 = (t1 << t3) | 0
const t5 = (t4) & 255
if (!(t3 === 0)) {
const t6 = (t4 >>> 8) & 1
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | (t5 & 128)
flags = (flags & -2) | ((t6) << 0)
const t7 = ((t5 >>> 7)) ^ (t6)
flags = (flags & -2049) | (t7 << 11)
}
const t8 = code[p + 3]!
log[n] = t8 >> 2
log[n + 1] = words[t8 >> 2]!
n += 2
bytes[t8] = t5
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 12]!
const t2 = t1 & 31
const t3 = (t0 << t2) | 0
const t4 = (t3) & 255
if (!(t2 === 0)) {
const t5 = (t3 >>> 8) & 1
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
flags = (flags & -2) | ((t5) << 0)
const t6 = ((t4 >>> 7)) ^ (t5)
flags = (flags & -2049) | (t6 << 11)
}
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
bytes[at] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t2 & 31
const t4 = (t1 << t3) | 0
if (!(t3 === 0)) {
const t5 = (32 - t3) & 255
const t6 = t5 & 31
const t7 = (t1 >>> t6) & 1
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
flags = (flags & -2) | ((t7) << 0)
const t8 = ((t4 >>> 31)) ^ (t7)
flags = (flags & -2049) | (t8 << 11)
}
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t4
if (words[t9 + 1] !== 0) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = t1 & 31
const t3 = (t0 << t2) | 0
if (!(t2 === 0)) {
const t4 = (32 - t2) & 255
const t5 = t4 & 31
const t6 = (t0 >>> t5) & 1
flags = (flags & -197) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
flags = (flags & -2) | ((t6) << 0)
const t7 = ((t3 >>> 31)) ^ (t6)
flags = (flags & -2049) | (t7 << 11)
}
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = t3 & 63
const t5 = t4 < 32 ? t1 << t4 : 0
const t6 = t4 < 32 ? ((t2 << t4) | ((t1 >>> 1) >>> (31 - t4))) : t1 << t4
if (!(t4 === 0)) {
const t7 = (64 - t4) & 255
const t8 = t7 & 63
const t9 = ((t8 < 32 ? t1 : t2) >>> t8) & 1
const t10 = t5 | t6
flags = (flags & -197) | parity[t5 & 255]! | (((~t10 & (t10 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
flags = (flags & -2) | ((t9) << 0)
const t11 = ((t6 >>> 31)) ^ (t9)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = code[p + 3]!
log[n] = t12
log[n + 1] = words[t12]!
n += 2
words[t12] = t5
if (words[t12 + 1] !== t6) {
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
words[t12 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shl memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = t2 & 63
const t4 = t3 < 32 ? t0 << t3 : 0
const t5 = t3 < 32 ? ((t1 << t3) | ((t0 >>> 1) >>> (31 - t3))) : t0 << t3
if (!(t3 === 0)) {
const t6 = (64 - t3) & 255
const t7 = t6 & 63
const t8 = ((t7 < 32 ? t0 : t1) >>> t7) & 1
const t9 = t4 | t5
flags = (flags & -197) | parity[t4 & 255]! | (((~t9 & (t9 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
flags = (flags & -2) | ((t8) << 0)
const t10 = ((t5 >>> 31)) ^ (t8)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = at >> 2
log[n] = t11
log[n + 1] = words[t11]!
n += 2
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t11 + 2
log[n + 1] = words[t11 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = 1 & 31
const t3 = (t1 >>> t2) | 0
const t4 = (t3) & 255
if (!(t2 === 0)) {
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = (t2 - 1) & 255
const t6 = (t1 >>> t5) & 1
flags = (flags & -2) | ((t6) << 0)
flags = (flags & -2049) | (((t1 >>> 7)) << 11)
}
const t7 = code[p + 3]!
log[n] = t7 >> 2
log[n + 1] = words[t7 >> 2]!
n += 2
bytes[t7] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory8, number8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = 1 & 31
const t2 = (t0 >>> t1) | 0
const t3 = (t2) & 255
if (!(t1 === 0)) {
flags = (flags & -197) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
const t4 = (t1 - 1) & 255
const t5 = (t0 >>> t4) & 1
flags = (flags & -2) | ((t5) << 0)
flags = (flags & -2049) | (((t0 >>> 7)) << 11)
}
const t6 = at >> 2
log[n] = t6
log[n + 1] = words[t6]!
n += 2
bytes[at] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = 1 & 31
const t3 = (t1 >>> t2) | 0
if (!(t2 === 0)) {
flags = (flags & -197) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = (t2 - 1) & 255
const t5 = (t1 >>> t4) & 1
flags = (flags & -2) | ((t5) << 0)
flags = (flags & -2049) | (((t1 >>> 31)) << 11)
}
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t3
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory32, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = 1 & 31
const t2 = (t0 >>> t1) | 0
if (!(t1 === 0)) {
flags = (flags & -197) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = (t1 - 1) & 255
const t4 = (t0 >>> t3) & 1
flags = (flags & -2) | ((t4) << 0)
flags = (flags & -2049) | (((t0 >>> 31)) << 11)
}
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = 1 & 63
const t4 = t3 < 32 ? ((t1 >>> t3) | ((t2 << 1) << (31 - t3))) : t2 >>> t3
const t5 = t3 < 32 ? (t2 >>> t3) | 0 : 0
if (!(t3 === 0)) {
const t6 = t4 | t5
flags = (flags & -197) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = (t3 - 1) & 255
const t8 = ((t7 < 32 ? t1 : t2) >>> t7) & 1
flags = (flags & -2) | ((t8) << 0)
flags = (flags & -2049) | (((t2 >>> 31)) << 11)
}
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t4
if (words[t9 + 1] !== t5) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t5
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory64, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = 1 & 63
const t3 = t2 < 32 ? ((t0 >>> t2) | ((t1 << 1) << (31 - t2))) : t1 >>> t2
const t4 = t2 < 32 ? (t1 >>> t2) | 0 : 0
if (!(t2 === 0)) {
const t5 = t3 | t4
flags = (flags & -197) | parity[t3 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t6 = (t2 - 1) & 255
const t7 = ((t6 < 32 ? t0 : t1) >>> t6) & 1
flags = (flags & -2) | ((t7) << 0)
flags = (flags & -2049) | (((t1 >>> 31)) << 11)
}
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t3, true)
view.setInt32(at + 4, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 31
const t5 = (t1 >>> t4) | 0
const t6 = (t5) & 255
if (!(t4 === 0)) {
flags = (flags & -197) | parity[t6 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | (t6 & 128)
const t7 = (t4 - 1) & 255
const t8 = (t1 >>> t7) & 1
flags = (flags & -2) | ((t8) << 0)
flags = (flags & -2049) | (((t1 >>> 7)) << 11)
}
const t9 = code[p + 3]!
log[n] = t9 >> 2
log[n + 1] = words[t9 >> 2]!
n += 2
bytes[t9] = t6
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t2 & 31
const t4 = (t0 >>> t3) | 0
const t5 = (t4) & 255
if (!(t3 === 0)) {
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | (t5 & 128)
const t6 = (t3 - 1) & 255
const t7 = (t0 >>> t6) & 1
flags = (flags & -2) | ((t7) << 0)
flags = (flags & -2049) | (((t0 >>> 7)) << 11)
}
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
bytes[at] = t5
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register32, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 31
const t5 = (t1 >>> t4) | 0
if (!(t4 === 0)) {
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t6 = (t4 - 1) & 255
const t7 = (t1 >>> t6) & 1
flags = (flags & -2) | ((t7) << 0)
flags = (flags & -2049) | (((t1 >>> 31)) << 11)
}
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== 0) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory32, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t2 & 31
const t4 = (t0 >>> t3) | 0
if (!(t3 === 0)) {
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = (t3 - 1) & 255
const t6 = (t0 >>> t5) & 1
flags = (flags & -2) | ((t6) << 0)
flags = (flags & -2049) | (((t0 >>> 31)) << 11)
}
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
}
view.setInt32(at, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register64, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = bytes[t3]!
const t5 = t4 & 63
const t6 = t5 < 32 ? ((t1 >>> t5) | ((t2 << 1) << (31 - t5))) : t2 >>> t5
const t7 = t5 < 32 ? (t2 >>> t5) | 0 : 0
if (!(t5 === 0)) {
const t8 = t6 | t7
flags = (flags & -197) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = (t5 - 1) & 255
const t10 = ((t9 < 32 ? t1 : t2) >>> t9) & 1
flags = (flags & -2) | ((t10) << 0)
flags = (flags & -2049) | (((t2 >>> 31)) << 11)
}
const t11 = code[p + 3]!
log[n] = t11
log[n + 1] = words[t11]!
n += 2
words[t11] = t6
if (words[t11 + 1] !== t7) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
words[t11 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory64, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 63
const t5 = t4 < 32 ? ((t0 >>> t4) | ((t1 << 1) << (31 - t4))) : t1 >>> t4
const t6 = t4 < 32 ? (t1 >>> t4) | 0 : 0
if (!(t4 === 0)) {
const t7 = t5 | t6
flags = (flags & -197) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = (t4 - 1) & 255
const t9 = ((t8 < 32 ? t0 : t1) >>> t8) & 1
flags = (flags & -2) | ((t9) << 0)
flags = (flags & -2049) | (((t1 >>> 31)) << 11)
}
const t10 = at >> 2
log[n] = t10
log[n + 1] = words[t10]!
n += 2
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t10 + 2
log[n + 1] = words[t10 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 12]!
const t3 = t2 & 31
const t4 = (t1 >>> t3) | 0
const t5 = (t4) & 255
if (!(t3 === 0)) {
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | (t5 & 128)
const t6 = (t3 - 1) & 255
const t7 = (t1 >>> t6) & 1
flags = (flags & -2) | ((t7) << 0)
flags = (flags & -2049) | (((t1 >>> 7)) << 11)
}
const t8 = code[p + 3]!
log[n] = t8 >> 2
log[n + 1] = words[t8 >> 2]!
n += 2
bytes[t8] = t5
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 12]!
const t2 = t1 & 31
const t3 = (t0 >>> t2) | 0
const t4 = (t3) & 255
if (!(t2 === 0)) {
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = (t2 - 1) & 255
const t6 = (t0 >>> t5) & 1
flags = (flags & -2) | ((t6) << 0)
flags = (flags & -2049) | (((t0 >>> 7)) << 11)
}
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
bytes[at] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t2 & 31
const t4 = (t1 >>> t3) | 0
if (!(t3 === 0)) {
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = (t3 - 1) & 255
const t6 = (t1 >>> t5) & 1
flags = (flags & -2) | ((t6) << 0)
flags = (flags & -2049) | (((t1 >>> 31)) << 11)
}
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t4
if (words[t7 + 1] !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = t1 & 31
const t3 = (t0 >>> t2) | 0
if (!(t2 === 0)) {
flags = (flags & -197) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = (t2 - 1) & 255
const t5 = (t0 >>> t4) & 1
flags = (flags & -2) | ((t5) << 0)
flags = (flags & -2049) | (((t0 >>> 31)) << 11)
}
const t6 = at >> 2
log[n] = t6
log[n + 1] = words[t6]!
n += 2
if ((at & 3) !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = t3 & 63
const t5 = t4 < 32 ? ((t1 >>> t4) | ((t2 << 1) << (31 - t4))) : t2 >>> t4
const t6 = t4 < 32 ? (t2 >>> t4) | 0 : 0
if (!(t4 === 0)) {
const t7 = t5 | t6
flags = (flags & -197) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = (t4 - 1) & 255
const t9 = ((t8 < 32 ? t1 : t2) >>> t8) & 1
flags = (flags & -2) | ((t9) << 0)
flags = (flags & -2049) | (((t2 >>> 31)) << 11)
}
const t10 = code[p + 3]!
log[n] = t10
log[n + 1] = words[t10]!
n += 2
words[t10] = t5
if (words[t10 + 1] !== t6) {
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
words[t10 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shr memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = t2 & 63
const t4 = t3 < 32 ? ((t0 >>> t3) | ((t1 << 1) << (31 - t3))) : t1 >>> t3
const t5 = t3 < 32 ? (t1 >>> t3) | 0 : 0
if (!(t3 === 0)) {
const t6 = t4 | t5
flags = (flags & -197) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = (t3 - 1) & 255
const t8 = ((t7 < 32 ? t0 : t1) >>> t7) & 1
flags = (flags & -2) | ((t8) << 0)
flags = (flags & -2049) | (((t1 >>> 31)) << 11)
}
const t9 = at >> 2
log[n] = t9
log[n + 1] = words[t9]!
n += 2
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t9 + 2
log[n + 1] = words[t9 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = 1 & 31
const t1 = code[p + 3]!
const t2 = bytes[t1]!
const t3 = (t2 << 24) >> 24
const t4 = (t3 >> t0) | 0
const t5 = (t4) & 255
if (!(t0 === 0)) {
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | (t5 & 128)
const t6 = (t0 - 1) & 255
const t7 = (t3 >>> t6) & 1
flags = (flags & -2) | ((t7) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t8 = code[p + 3]!
log[n] = t8 >> 2
log[n + 1] = words[t8 >> 2]!
n += 2
bytes[t8] = t5
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory8, number8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = 1 & 31
const t1 = bytes[at]!
const t2 = (t1 << 24) >> 24
const t3 = (t2 >> t0) | 0
const t4 = (t3) & 255
if (!(t0 === 0)) {
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
const t5 = (t0 - 1) & 255
const t6 = (t2 >>> t5) & 1
flags = (flags & -2) | ((t6) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
bytes[at] = t4
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = 1 & 31
const t1 = code[p + 3]!
const t2 = words[t1]!
const t3 = (t2 >> t0) | 0
if (!(t0 === 0)) {
flags = (flags & -197) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = (t0 - 1) & 255
const t5 = (t2 >>> t4) & 1
flags = (flags & -2) | ((t5) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t3
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory32, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = 1 & 31
const t1 = view.getInt32(at, true)
const t2 = (t1 >> t0) | 0
if (!(t0 === 0)) {
flags = (flags & -197) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = (t0 - 1) & 255
const t4 = (t1 >>> t3) & 1
flags = (flags & -2) | ((t4) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
}
view.setInt32(at, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = 1 & 63
const t1 = code[p + 3]!
const t2 = words[t1]!
const t3 = words[t1 + 1]!
const t4 = t0 < 32 ? ((t2 >>> t0) | ((t3 << 1) << (31 - t0))) : t3 >> t0
const t5 = t3 >> (t0 < 32 ? t0 : 31)
if (!(t0 === 0)) {
const t6 = t4 | t5
flags = (flags & -197) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = (t0 - 1) & 255
const t8 = ((t7 < 32 ? t2 : t3) >>> t7) & 1
flags = (flags & -2) | ((t8) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t4
if (words[t9 + 1] !== t5) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t5
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory64, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = 1 & 63
const t1 = view.getInt32(at, true)
const t2 = view.getInt32(at + 4, true)
const t3 = t0 < 32 ? ((t1 >>> t0) | ((t2 << 1) << (31 - t0))) : t2 >> t0
const t4 = t2 >> (t0 < 32 ? t0 : 31)
if (!(t0 === 0)) {
const t5 = t3 | t4
flags = (flags & -197) | parity[t3 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t6 = (t0 - 1) & 255
const t7 = ((t6 < 32 ? t1 : t2) >>> t6) & 1
flags = (flags & -2) | ((t7) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t8 + 2
log[n + 1] = words[t8 + 2]!
n += 2
}
view.setInt32(at, t3, true)
view.setInt32(at + 4, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = t1 & 31
const t3 = code[p + 3]!
const t4 = bytes[t3]!
const t5 = (t4 << 24) >> 24
const t6 = (t5 >> t2) | 0
const t7 = (t6) & 255
if (!(t2 === 0)) {
flags = (flags & -197) | parity[t7 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | (t7 & 128)
const t8 = (t2 - 1) & 255
const t9 = (t5 >>> t8) & 1
flags = (flags & -2) | ((t9) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t10 = code[p + 3]!
log[n] = t10 >> 2
log[n + 1] = words[t10 >> 2]!
n += 2
bytes[t10] = t7
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = t1 & 31
const t3 = bytes[at]!
const t4 = (t3 << 24) >> 24
const t5 = (t4 >> t2) | 0
const t6 = (t5) & 255
if (!(t2 === 0)) {
flags = (flags & -197) | parity[t6 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | (t6 & 128)
const t7 = (t2 - 1) & 255
const t8 = (t4 >>> t7) & 1
flags = (flags & -2) | ((t8) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t9 = at >> 2
log[n] = t9
log[n + 1] = words[t9]!
n += 2
bytes[at] = t6
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register32, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = t1 & 31
const t3 = code[p + 3]!
const t4 = words[t3]!
const t5 = (t4 >> t2) | 0
if (!(t2 === 0)) {
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t6 = (t2 - 1) & 255
const t7 = (t4 >>> t6) & 1
flags = (flags & -2) | ((t7) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t5
if (words[t8 + 1] !== 0) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory32, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = t1 & 31
const t3 = view.getInt32(at, true)
const t4 = (t3 >> t2) | 0
if (!(t2 === 0)) {
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = (t2 - 1) & 255
const t6 = (t3 >>> t5) & 1
flags = (flags & -2) | ((t6) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t7 = at >> 2
log[n] = t7
log[n + 1] = words[t7]!
n += 2
if ((at & 3) !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
}
view.setInt32(at, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register64, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = t1 & 63
const t3 = code[p + 3]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = t2 < 32 ? ((t4 >>> t2) | ((t5 << 1) << (31 - t2))) : t5 >> t2
const t7 = t5 >> (t2 < 32 ? t2 : 31)
if (!(t2 === 0)) {
const t8 = t6 | t7
flags = (flags & -197) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = (t2 - 1) & 255
const t10 = ((t9 < 32 ? t4 : t5) >>> t9) & 1
flags = (flags & -2) | ((t10) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t11 = code[p + 3]!
log[n] = t11
log[n + 1] = words[t11]!
n += 2
words[t11] = t6
if (words[t11 + 1] !== t7) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
words[t11 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory64, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = t1 & 63
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = t2 < 32 ? ((t3 >>> t2) | ((t4 << 1) << (31 - t2))) : t4 >> t2
const t6 = t4 >> (t2 < 32 ? t2 : 31)
if (!(t2 === 0)) {
const t7 = t5 | t6
flags = (flags & -197) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = (t2 - 1) & 255
const t9 = ((t8 < 32 ? t3 : t4) >>> t8) & 1
flags = (flags & -2) | ((t9) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t10 = at >> 2
log[n] = t10
log[n + 1] = words[t10]!
n += 2
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t10 + 2
log[n + 1] = words[t10 + 2]!
n += 2
}
view.setInt32(at, t5, true)
view.setInt32(at + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 31
const t2 = code[p + 3]!
const t3 = bytes[t2]!
const t4 = (t3 << 24) >> 24
const t5 = (t4 >> t1) | 0
const t6 = (t5) & 255
if (!(t1 === 0)) {
flags = (flags & -197) | parity[t6 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | (t6 & 128)
const t7 = (t1 - 1) & 255
const t8 = (t4 >>> t7) & 1
flags = (flags & -2) | ((t8) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t9 = code[p + 3]!
log[n] = t9 >> 2
log[n + 1] = words[t9 >> 2]!
n += 2
bytes[t9] = t6
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 31
const t2 = bytes[at]!
const t3 = (t2 << 24) >> 24
const t4 = (t3 >> t1) | 0
const t5 = (t4) & 255
if (!(t1 === 0)) {
flags = (flags & -197) | parity[t5 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | (t5 & 128)
const t6 = (t1 - 1) & 255
const t7 = (t3 >>> t6) & 1
flags = (flags & -2) | ((t7) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t8 = at >> 2
log[n] = t8
log[n + 1] = words[t8]!
n += 2
bytes[at] = t5
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 31
const t2 = code[p + 3]!
const t3 = words[t2]!
const t4 = (t3 >> t1) | 0
if (!(t1 === 0)) {
flags = (flags & -197) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = (t1 - 1) & 255
const t6 = (t3 >>> t5) & 1
flags = (flags & -2) | ((t6) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t4
if (words[t7 + 1] !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 31
const t2 = view.getInt32(at, true)
const t3 = (t2 >> t1) | 0
if (!(t1 === 0)) {
flags = (flags & -197) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = (t1 - 1) & 255
const t5 = (t2 >>> t4) & 1
flags = (flags & -2) | ((t5) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t6 = at >> 2
log[n] = t6
log[n + 1] = words[t6]!
n += 2
if ((at & 3) !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
}
view.setInt32(at, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 63
const t2 = code[p + 3]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = t1 < 32 ? ((t3 >>> t1) | ((t4 << 1) << (31 - t1))) : t4 >> t1
const t6 = t4 >> (t1 < 32 ? t1 : 31)
if (!(t1 === 0)) {
const t7 = t5 | t6
flags = (flags & -197) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = (t1 - 1) & 255
const t9 = ((t8 < 32 ? t3 : t4) >>> t8) & 1
flags = (flags & -2) | ((t9) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t10 = code[p + 3]!
log[n] = t10
log[n + 1] = words[t10]!
n += 2
words[t10] = t5
if (words[t10 + 1] !== t6) {
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
words[t10 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sar memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 63
const t2 = view.getInt32(at, true)
const t3 = view.getInt32(at + 4, true)
const t4 = t1 < 32 ? ((t2 >>> t1) | ((t3 << 1) << (31 - t1))) : t3 >> t1
const t5 = t3 >> (t1 < 32 ? t1 : 31)
if (!(t1 === 0)) {
const t6 = t4 | t5
flags = (flags & -197) | parity[t4 & 255]! | (((~t6 & (t6 - 1)) >>> 25) & 64) | ((t5 >>> 24) & 128)
const t7 = (t1 - 1) & 255
const t8 = ((t7 < 32 ? t2 : t3) >>> t7) & 1
flags = (flags & -2) | ((t8) << 0)
flags = (flags & -2049) | (0 << 11)
}
const t9 = at >> 2
log[n] = t9
log[n + 1] = words[t9]!
n += 2
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t9 + 2
log[n + 1] = words[t9 + 2]!
n += 2
}
view.setInt32(at, t4, true)
view.setInt32(at + 4, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = 1 & 31
const t3 = t2 & 7
const t4 = (t1 << t3) & 255
const t5 = (t1 >>> 1) & 255
const t6 = t3 ^ 7
const t7 = (t5 >>> t6) & 255
const t8 = t4 | t7
if (!(t2 === 0)) {
const t9 = (t8 >>> 0) & 1
flags = (flags & -2) | ((t9) << 0)
const t10 = ((t8 >>> 7)) ^ (t9)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = code[p + 3]!
log[n] = t11 >> 2
log[n + 1] = words[t11 >> 2]!
n += 2
bytes[t11] = t8
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory8, number8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = 1 & 31
const t2 = t1 & 7
const t3 = (t0 << t2) & 255
const t4 = (t0 >>> 1) & 255
const t5 = t2 ^ 7
const t6 = (t4 >>> t5) & 255
const t7 = t3 | t6
if (!(t1 === 0)) {
const t8 = (t7 >>> 0) & 1
flags = (flags & -2) | ((t8) << 0)
const t9 = ((t7 >>> 7)) ^ (t8)
flags = (flags & -2049) | (t9 << 11)
}
const t10 = at >> 2
log[n] = t10
log[n + 1] = words[t10]!
n += 2
bytes[at] = t7
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = 1 & 31
const t3 = t2 & 31
const t4 = (t1 << t3) | 0
const t5 = (t1 >>> 1) | 0
const t6 = t3 ^ 31
const t7 = (t5 >>> t6) | 0
const t8 = t4 | t7
if (!(t2 === 0)) {
const t9 = (t8 >>> 0) & 1
flags = (flags & -2) | ((t9) << 0)
const t10 = ((t8 >>> 31)) ^ (t9)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = code[p + 3]!
log[n] = t11
log[n + 1] = words[t11]!
n += 2
words[t11] = t8
if (words[t11 + 1] !== 0) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
words[t11 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory32, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = 1 & 31
const t2 = t1 & 31
const t3 = (t0 << t2) | 0
const t4 = (t0 >>> 1) | 0
const t5 = t2 ^ 31
const t6 = (t4 >>> t5) | 0
const t7 = t3 | t6
if (!(t1 === 0)) {
const t8 = (t7 >>> 0) & 1
flags = (flags & -2) | ((t8) << 0)
const t9 = ((t7 >>> 31)) ^ (t8)
flags = (flags & -2049) | (t9 << 11)
}
const t10 = at >> 2
log[n] = t10
log[n + 1] = words[t10]!
n += 2
if ((at & 3) !== 0) {
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
}
view.setInt32(at, t7, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = 1 & 63
const t4 = t3 & 63
const t5 = t4 < 32 ? t1 << t4 : 0
const t6 = t4 < 32 ? ((t2 << t4) | ((t1 >>> 1) >>> (31 - t4))) : t1 << t4
const t7 = 1 < 32 ? ((t1 >>> 1) | ((t2 << 1) << (31 - 1))) : t2 >>> 1
const t8 = 1 < 32 ? (t2 >>> 1) | 0 : 0
const t9 = t4 ^ 63
const t10 = t9 < 32 ? ((t7 >>> t9) | ((t8 << 1) << (31 - t9))) : t8 >>> t9
const t11 = t9 < 32 ? (t8 >>> t9) | 0 : 0
const t12 = t5 | t10
const t13 = t6 | t11
if (!(t3 === 0)) {
const t14 = ((0 < 32 ? t12 : t13) >>> 0) & 1
flags = (flags & -2) | ((t14) << 0)
const t15 = ((t13 >>> 31)) ^ (t14)
flags = (flags & -2049) | (t15 << 11)
}
const t16 = code[p + 3]!
log[n] = t16
log[n + 1] = words[t16]!
n += 2
words[t16] = t12
if (words[t16 + 1] !== t13) {
log[n] = t16 + 1
log[n + 1] = words[t16 + 1]!
n += 2
words[t16 + 1] = t13
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory64, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = 1 & 63
const t3 = t2 & 63
const t4 = t3 < 32 ? t0 << t3 : 0
const t5 = t3 < 32 ? ((t1 << t3) | ((t0 >>> 1) >>> (31 - t3))) : t0 << t3
const t6 = 1 < 32 ? ((t0 >>> 1) | ((t1 << 1) << (31 - 1))) : t1 >>> 1
const t7 = 1 < 32 ? (t1 >>> 1) | 0 : 0
const t8 = t3 ^ 63
const t9 = t8 < 32 ? ((t6 >>> t8) | ((t7 << 1) << (31 - t8))) : t7 >>> t8
const t10 = t8 < 32 ? (t7 >>> t8) | 0 : 0
const t11 = t4 | t9
const t12 = t5 | t10
if (!(t2 === 0)) {
const t13 = ((0 < 32 ? t11 : t12) >>> 0) & 1
flags = (flags & -2) | ((t13) << 0)
const t14 = ((t12 >>> 31)) ^ (t13)
flags = (flags & -2049) | (t14 << 11)
}
const t15 = at >> 2
log[n] = t15
log[n + 1] = words[t15]!
n += 2
log[n] = t15 + 1
log[n + 1] = words[t15 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t15 + 2
log[n + 1] = words[t15 + 2]!
n += 2
}
view.setInt32(at, t11, true)
view.setInt32(at + 4, t12, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 31
const t5 = t4 & 7
const t6 = (t1 << t5) & 255
const t7 = (t1 >>> 1) & 255
const t8 = t5 ^ 7
const t9 = (t7 >>> t8) & 255
const t10 = t6 | t9
if (!(t4 === 0)) {
const t11 = (t10 >>> 0) & 1
flags = (flags & -2) | ((t11) << 0)
const t12 = ((t10 >>> 7)) ^ (t11)
flags = (flags & -2049) | (t12 << 11)
}
const t13 = code[p + 3]!
log[n] = t13 >> 2
log[n + 1] = words[t13 >> 2]!
n += 2
bytes[t13] = t10
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t2 & 31
const t4 = t3 & 7
const t5 = (t0 << t4) & 255
const t6 = (t0 >>> 1) & 255
const t7 = t4 ^ 7
const t8 = (t6 >>> t7) & 255
const t9 = t5 | t8
if (!(t3 === 0)) {
const t10 = (t9 >>> 0) & 1
flags = (flags & -2) | ((t10) << 0)
const t11 = ((t9 >>> 7)) ^ (t10)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = at >> 2
log[n] = t12
log[n + 1] = words[t12]!
n += 2
bytes[at] = t9
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register32, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 31
const t5 = t4 & 31
const t6 = (t1 << t5) | 0
const t7 = (t1 >>> 1) | 0
const t8 = t5 ^ 31
const t9 = (t7 >>> t8) | 0
const t10 = t6 | t9
if (!(t4 === 0)) {
const t11 = (t10 >>> 0) & 1
flags = (flags & -2) | ((t11) << 0)
const t12 = ((t10 >>> 31)) ^ (t11)
flags = (flags & -2049) | (t12 << 11)
}
const t13 = code[p + 3]!
log[n] = t13
log[n + 1] = words[t13]!
n += 2
words[t13] = t10
if (words[t13 + 1] !== 0) {
log[n] = t13 + 1
log[n + 1] = words[t13 + 1]!
n += 2
words[t13 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory32, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t2 & 31
const t4 = t3 & 31
const t5 = (t0 << t4) | 0
const t6 = (t0 >>> 1) | 0
const t7 = t4 ^ 31
const t8 = (t6 >>> t7) | 0
const t9 = t5 | t8
if (!(t3 === 0)) {
const t10 = (t9 >>> 0) & 1
flags = (flags & -2) | ((t10) << 0)
const t11 = ((t9 >>> 31)) ^ (t10)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = at >> 2
log[n] = t12
log[n + 1] = words[t12]!
n += 2
if ((at & 3) !== 0) {
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
}
view.setInt32(at, t9, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register64, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = bytes[t3]!
const t5 = t4 & 63
const t6 = t5 & 63
const t7 = t6 < 32 ? t1 << t6 : 0
const t8 = t6 < 32 ? ((t2 << t6) | ((t1 >>> 1) >>> (31 - t6))) : t1 << t6
const t9 = 1 < 32 ? ((t1 >>> 1) | ((t2 << 1) << (31 - 1))) : t2 >>> 1
const t10 = 1 < 32 ? (t2 >>> 1) | 0 : 0
const t11 = t6 ^ 63
const t12 = t11 < 32 ? ((t9 >>> t11) | ((t10 << 1) << (31 - t11))) : t10 >>> t11
const t13 = t11 < 32 ? (t10 >>> t11) | 0 : 0
const t14 = t7 | t12
const t15 = t8 | t13
if (!(t5 === 0)) {
const t16 = ((0 < 32 ? t14 : t15) >>> 0) & 1
flags = (flags & -2) | ((t16) << 0)
const t17 = ((t15 >>> 31)) ^ (t16)
flags = (flags & -2049) | (t17 << 11)
}
const t18 = code[p + 3]!
log[n] = t18
log[n + 1] = words[t18]!
n += 2
words[t18] = t14
if (words[t18 + 1] !== t15) {
log[n] = t18 + 1
log[n + 1] = words[t18 + 1]!
n += 2
words[t18 + 1] = t15
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory64, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 63
const t5 = t4 & 63
const t6 = t5 < 32 ? t0 << t5 : 0
const t7 = t5 < 32 ? ((t1 << t5) | ((t0 >>> 1) >>> (31 - t5))) : t0 << t5
const t8 = 1 < 32 ? ((t0 >>> 1) | ((t1 << 1) << (31 - 1))) : t1 >>> 1
const t9 = 1 < 32 ? (t1 >>> 1) | 0 : 0
const t10 = t5 ^ 63
const t11 = t10 < 32 ? ((t8 >>> t10) | ((t9 << 1) << (31 - t10))) : t9 >>> t10
const t12 = t10 < 32 ? (t9 >>> t10) | 0 : 0
const t13 = t6 | t11
const t14 = t7 | t12
if (!(t4 === 0)) {
const t15 = ((0 < 32 ? t13 : t14) >>> 0) & 1
flags = (flags & -2) | ((t15) << 0)
const t16 = ((t14 >>> 31)) ^ (t15)
flags = (flags & -2049) | (t16 << 11)
}
const t17 = at >> 2
log[n] = t17
log[n + 1] = words[t17]!
n += 2
log[n] = t17 + 1
log[n + 1] = words[t17 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t17 + 2
log[n + 1] = words[t17 + 2]!
n += 2
}
view.setInt32(at, t13, true)
view.setInt32(at + 4, t14, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 12]!
const t3 = t2 & 31
const t4 = t3 & 7
const t5 = (t1 << t4) & 255
const t6 = (t1 >>> 1) & 255
const t7 = t4 ^ 7
const t8 = (t6 >>> t7) & 255
const t9 = t5 | t8
if (!(t3 === 0)) {
const t10 = (t9 >>> 0) & 1
flags = (flags & -2) | ((t10) << 0)
const t11 = ((t9 >>> 7)) ^ (t10)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = code[p + 3]!
log[n] = t12 >> 2
log[n + 1] = words[t12 >> 2]!
n += 2
bytes[t12] = t9
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 12]!
const t2 = t1 & 31
const t3 = t2 & 7
const t4 = (t0 << t3) & 255
const t5 = (t0 >>> 1) & 255
const t6 = t3 ^ 7
const t7 = (t5 >>> t6) & 255
const t8 = t4 | t7
if (!(t2 === 0)) {
const t9 = (t8 >>> 0) & 1
flags = (flags & -2) | ((t9) << 0)
const t10 = ((t8 >>> 7)) ^ (t9)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = at >> 2
log[n] = t11
log[n + 1] = words[t11]!
n += 2
bytes[at] = t8
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t2 & 31
const t4 = t3 & 31
const t5 = (t1 << t4) | 0
const t6 = (t1 >>> 1) | 0
const t7 = t4 ^ 31
const t8 = (t6 >>> t7) | 0
const t9 = t5 | t8
if (!(t3 === 0)) {
const t10 = (t9 >>> 0) & 1
flags = (flags & -2) | ((t10) << 0)
const t11 = ((t9 >>> 31)) ^ (t10)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = code[p + 3]!
log[n] = t12
log[n + 1] = words[t12]!
n += 2
words[t12] = t9
if (words[t12 + 1] !== 0) {
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
words[t12 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = t1 & 31
const t3 = t2 & 31
const t4 = (t0 << t3) | 0
const t5 = (t0 >>> 1) | 0
const t6 = t3 ^ 31
const t7 = (t5 >>> t6) | 0
const t8 = t4 | t7
if (!(t2 === 0)) {
const t9 = (t8 >>> 0) & 1
flags = (flags & -2) | ((t9) << 0)
const t10 = ((t8 >>> 31)) ^ (t9)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = at >> 2
log[n] = t11
log[n + 1] = words[t11]!
n += 2
if ((at & 3) !== 0) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
}
view.setInt32(at, t8, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = t3 & 63
const t5 = t4 & 63
const t6 = t5 < 32 ? t1 << t5 : 0
const t7 = t5 < 32 ? ((t2 << t5) | ((t1 >>> 1) >>> (31 - t5))) : t1 << t5
const t8 = 1 < 32 ? ((t1 >>> 1) | ((t2 << 1) << (31 - 1))) : t2 >>> 1
const t9 = 1 < 32 ? (t2 >>> 1) | 0 : 0
const t10 = t5 ^ 63
const t11 = t10 < 32 ? ((t8 >>> t10) | ((t9 << 1) << (31 - t10))) : t9 >>> t10
const t12 = t10 < 32 ? (t9 >>> t10) | 0 : 0
const t13 = t6 | t11
const t14 = t7 | t12
if (!(t4 === 0)) {
const t15 = ((0 < 32 ? t13 : t14) >>> 0) & 1
flags = (flags & -2) | ((t15) << 0)
const t16 = ((t14 >>> 31)) ^ (t15)
flags = (flags & -2049) | (t16 << 11)
}
const t17 = code[p + 3]!
log[n] = t17
log[n + 1] = words[t17]!
n += 2
words[t17] = t13
if (words[t17 + 1] !== t14) {
log[n] = t17 + 1
log[n + 1] = words[t17 + 1]!
n += 2
words[t17 + 1] = t14
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rol memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = t2 & 63
const t4 = t3 & 63
const t5 = t4 < 32 ? t0 << t4 : 0
const t6 = t4 < 32 ? ((t1 << t4) | ((t0 >>> 1) >>> (31 - t4))) : t0 << t4
const t7 = 1 < 32 ? ((t0 >>> 1) | ((t1 << 1) << (31 - 1))) : t1 >>> 1
const t8 = 1 < 32 ? (t1 >>> 1) | 0 : 0
const t9 = t4 ^ 63
const t10 = t9 < 32 ? ((t7 >>> t9) | ((t8 << 1) << (31 - t9))) : t8 >>> t9
const t11 = t9 < 32 ? (t8 >>> t9) | 0 : 0
const t12 = t5 | t10
const t13 = t6 | t11
if (!(t3 === 0)) {
const t14 = ((0 < 32 ? t12 : t13) >>> 0) & 1
flags = (flags & -2) | ((t14) << 0)
const t15 = ((t13 >>> 31)) ^ (t14)
flags = (flags & -2049) | (t15 << 11)
}
const t16 = at >> 2
log[n] = t16
log[n + 1] = words[t16]!
n += 2
log[n] = t16 + 1
log[n + 1] = words[t16 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t16 + 2
log[n + 1] = words[t16 + 2]!
n += 2
}
view.setInt32(at, t12, true)
view.setInt32(at + 4, t13, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = 1 & 31
const t3 = t2 & 7
const t4 = (t1 >>> t3) & 255
const t5 = (t1 << 1) & 255
const t6 = t3 ^ 7
const t7 = (t5 << t6) & 255
const t8 = t4 | t7
if (!(t2 === 0)) {
flags = (flags & -2) | (((t8 >>> 7)) << 0)
const t9 = (t8 >>> 6) & 1
const t10 = ((t8 >>> 7)) ^ (t9)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = code[p + 3]!
log[n] = t11 >> 2
log[n + 1] = words[t11 >> 2]!
n += 2
bytes[t11] = t8
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory8, number8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = 1 & 31
const t2 = t1 & 7
const t3 = (t0 >>> t2) & 255
const t4 = (t0 << 1) & 255
const t5 = t2 ^ 7
const t6 = (t4 << t5) & 255
const t7 = t3 | t6
if (!(t1 === 0)) {
flags = (flags & -2) | (((t7 >>> 7)) << 0)
const t8 = (t7 >>> 6) & 1
const t9 = ((t7 >>> 7)) ^ (t8)
flags = (flags & -2049) | (t9 << 11)
}
const t10 = at >> 2
log[n] = t10
log[n + 1] = words[t10]!
n += 2
bytes[at] = t7
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = 1 & 31
const t3 = t2 & 31
const t4 = (t1 >>> t3) | 0
const t5 = (t1 << 1) | 0
const t6 = t3 ^ 31
const t7 = (t5 << t6) | 0
const t8 = t4 | t7
if (!(t2 === 0)) {
flags = (flags & -2) | (((t8 >>> 31)) << 0)
const t9 = (t8 >>> 30) & 1
const t10 = ((t8 >>> 31)) ^ (t9)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = code[p + 3]!
log[n] = t11
log[n + 1] = words[t11]!
n += 2
words[t11] = t8
if (words[t11 + 1] !== 0) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
words[t11 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory32, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = 1 & 31
const t2 = t1 & 31
const t3 = (t0 >>> t2) | 0
const t4 = (t0 << 1) | 0
const t5 = t2 ^ 31
const t6 = (t4 << t5) | 0
const t7 = t3 | t6
if (!(t1 === 0)) {
flags = (flags & -2) | (((t7 >>> 31)) << 0)
const t8 = (t7 >>> 30) & 1
const t9 = ((t7 >>> 31)) ^ (t8)
flags = (flags & -2049) | (t9 << 11)
}
const t10 = at >> 2
log[n] = t10
log[n + 1] = words[t10]!
n += 2
if ((at & 3) !== 0) {
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
}
view.setInt32(at, t7, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = 1 & 63
const t4 = t3 & 63
const t5 = t4 < 32 ? ((t1 >>> t4) | ((t2 << 1) << (31 - t4))) : t2 >>> t4
const t6 = t4 < 32 ? (t2 >>> t4) | 0 : 0
const t7 = 1 < 32 ? t1 << 1 : 0
const t8 = 1 < 32 ? ((t2 << 1) | ((t1 >>> 1) >>> (31 - 1))) : t1 << 1
const t9 = t4 ^ 63
const t10 = t9 < 32 ? t7 << t9 : 0
const t11 = t9 < 32 ? ((t8 << t9) | ((t7 >>> 1) >>> (31 - t9))) : t7 << t9
const t12 = t5 | t10
const t13 = t6 | t11
if (!(t3 === 0)) {
flags = (flags & -2) | (((t13 >>> 31)) << 0)
const t14 = ((62 < 32 ? t12 : t13) >>> 62) & 1
const t15 = ((t13 >>> 31)) ^ (t14)
flags = (flags & -2049) | (t15 << 11)
}
const t16 = code[p + 3]!
log[n] = t16
log[n + 1] = words[t16]!
n += 2
words[t16] = t12
if (words[t16 + 1] !== t13) {
log[n] = t16 + 1
log[n + 1] = words[t16 + 1]!
n += 2
words[t16 + 1] = t13
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory64, number8
  (state, p, at) => {
const { journal, words, view } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = 1 & 63
const t3 = t2 & 63
const t4 = t3 < 32 ? ((t0 >>> t3) | ((t1 << 1) << (31 - t3))) : t1 >>> t3
const t5 = t3 < 32 ? (t1 >>> t3) | 0 : 0
const t6 = 1 < 32 ? t0 << 1 : 0
const t7 = 1 < 32 ? ((t1 << 1) | ((t0 >>> 1) >>> (31 - 1))) : t0 << 1
const t8 = t3 ^ 63
const t9 = t8 < 32 ? t6 << t8 : 0
const t10 = t8 < 32 ? ((t7 << t8) | ((t6 >>> 1) >>> (31 - t8))) : t6 << t8
const t11 = t4 | t9
const t12 = t5 | t10
if (!(t2 === 0)) {
flags = (flags & -2) | (((t12 >>> 31)) << 0)
const t13 = ((62 < 32 ? t11 : t12) >>> 62) & 1
const t14 = ((t12 >>> 31)) ^ (t13)
flags = (flags & -2049) | (t14 << 11)
}
const t15 = at >> 2
log[n] = t15
log[n + 1] = words[t15]!
n += 2
log[n] = t15 + 1
log[n + 1] = words[t15 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t15 + 2
log[n + 1] = words[t15 + 2]!
n += 2
}
view.setInt32(at, t11, true)
view.setInt32(at + 4, t12, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register8, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 31
const t5 = t4 & 7
const t6 = (t1 >>> t5) & 255
const t7 = (t1 << 1) & 255
const t8 = t5 ^ 7
const t9 = (t7 << t8) & 255
const t10 = t6 | t9
if (!(t4 === 0)) {
flags = (flags & -2) | (((t10 >>> 7)) << 0)
const t11 = (t10 >>> 6) & 1
const t12 = ((t10 >>> 7)) ^ (t11)
flags = (flags & -2049) | (t12 << 11)
}
const t13 = code[p + 3]!
log[n] = t13 >> 2
log[n + 1] = words[t13 >> 2]!
n += 2
bytes[t13] = t10
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory8, register8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t2 & 31
const t4 = t3 & 7
const t5 = (t0 >>> t4) & 255
const t6 = (t0 << 1) & 255
const t7 = t4 ^ 7
const t8 = (t6 << t7) & 255
const t9 = t5 | t8
if (!(t3 === 0)) {
flags = (flags & -2) | (((t9 >>> 7)) << 0)
const t10 = (t9 >>> 6) & 1
const t11 = ((t9 >>> 7)) ^ (t10)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = at >> 2
log[n] = t12
log[n + 1] = words[t12]!
n += 2
bytes[at] = t9
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register32, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 31
const t5 = t4 & 31
const t6 = (t1 >>> t5) | 0
const t7 = (t1 << 1) | 0
const t8 = t5 ^ 31
const t9 = (t7 << t8) | 0
const t10 = t6 | t9
if (!(t4 === 0)) {
flags = (flags & -2) | (((t10 >>> 31)) << 0)
const t11 = (t10 >>> 30) & 1
const t12 = ((t10 >>> 31)) ^ (t11)
flags = (flags & -2049) | (t12 << 11)
}
const t13 = code[p + 3]!
log[n] = t13
log[n + 1] = words[t13]!
n += 2
words[t13] = t10
if (words[t13 + 1] !== 0) {
log[n] = t13 + 1
log[n + 1] = words[t13 + 1]!
n += 2
words[t13 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory32, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = bytes[t1]!
const t3 = t2 & 31
const t4 = t3 & 31
const t5 = (t0 >>> t4) | 0
const t6 = (t0 << 1) | 0
const t7 = t4 ^ 31
const t8 = (t6 << t7) | 0
const t9 = t5 | t8
if (!(t3 === 0)) {
flags = (flags & -2) | (((t9 >>> 31)) << 0)
const t10 = (t9 >>> 30) & 1
const t11 = ((t9 >>> 31)) ^ (t10)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = at >> 2
log[n] = t12
log[n + 1] = words[t12]!
n += 2
if ((at & 3) !== 0) {
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
}
view.setInt32(at, t9, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register64, register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = bytes[t3]!
const t5 = t4 & 63
const t6 = t5 & 63
const t7 = t6 < 32 ? ((t1 >>> t6) | ((t2 << 1) << (31 - t6))) : t2 >>> t6
const t8 = t6 < 32 ? (t2 >>> t6) | 0 : 0
const t9 = 1 < 32 ? t1 << 1 : 0
const t10 = 1 < 32 ? ((t2 << 1) | ((t1 >>> 1) >>> (31 - 1))) : t1 << 1
const t11 = t6 ^ 63
const t12 = t11 < 32 ? t9 << t11 : 0
const t13 = t11 < 32 ? ((t10 << t11) | ((t9 >>> 1) >>> (31 - t11))) : t9 << t11
const t14 = t7 | t12
const t15 = t8 | t13
if (!(t5 === 0)) {
flags = (flags & -2) | (((t15 >>> 31)) << 0)
const t16 = ((62 < 32 ? t14 : t15) >>> 62) & 1
const t17 = ((t15 >>> 31)) ^ (t16)
flags = (flags & -2049) | (t17 << 11)
}
const t18 = code[p + 3]!
log[n] = t18
log[n + 1] = words[t18]!
n += 2
words[t18] = t14
if (words[t18 + 1] !== t15) {
log[n] = t18 + 1
log[n + 1] = words[t18 + 1]!
n += 2
words[t18 + 1] = t15
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory64, register8
  (state, p, at) => {
const { journal, words, bytes, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t3 & 63
const t5 = t4 & 63
const t6 = t5 < 32 ? ((t0 >>> t5) | ((t1 << 1) << (31 - t5))) : t1 >>> t5
const t7 = t5 < 32 ? (t1 >>> t5) | 0 : 0
const t8 = 1 < 32 ? t0 << 1 : 0
const t9 = 1 < 32 ? ((t1 << 1) | ((t0 >>> 1) >>> (31 - 1))) : t0 << 1
const t10 = t5 ^ 63
const t11 = t10 < 32 ? t8 << t10 : 0
const t12 = t10 < 32 ? ((t9 << t10) | ((t8 >>> 1) >>> (31 - t10))) : t8 << t10
const t13 = t6 | t11
const t14 = t7 | t12
if (!(t4 === 0)) {
flags = (flags & -2) | (((t14 >>> 31)) << 0)
const t15 = ((62 < 32 ? t13 : t14) >>> 62) & 1
const t16 = ((t14 >>> 31)) ^ (t15)
flags = (flags & -2049) | (t16 << 11)
}
const t17 = at >> 2
log[n] = t17
log[n + 1] = words[t17]!
n += 2
log[n] = t17 + 1
log[n + 1] = words[t17 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t17 + 2
log[n + 1] = words[t17 + 2]!
n += 2
}
view.setInt32(at, t13, true)
view.setInt32(at + 4, t14, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register8, number8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 12]!
const t3 = t2 & 31
const t4 = t3 & 7
const t5 = (t1 >>> t4) & 255
const t6 = (t1 << 1) & 255
const t7 = t4 ^ 7
const t8 = (t6 << t7) & 255
const t9 = t5 | t8
if (!(t3 === 0)) {
flags = (flags & -2) | (((t9 >>> 7)) << 0)
const t10 = (t9 >>> 6) & 1
const t11 = ((t9 >>> 7)) ^ (t10)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = code[p + 3]!
log[n] = t12 >> 2
log[n + 1] = words[t12 >> 2]!
n += 2
bytes[t12] = t9
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory8, number8
  (state, p, at) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = bytes[at]!
const t1 = code[p + 12]!
const t2 = t1 & 31
const t3 = t2 & 7
const t4 = (t0 >>> t3) & 255
const t5 = (t0 << 1) & 255
const t6 = t3 ^ 7
const t7 = (t5 << t6) & 255
const t8 = t4 | t7
if (!(t2 === 0)) {
flags = (flags & -2) | (((t8 >>> 7)) << 0)
const t9 = (t8 >>> 6) & 1
const t10 = ((t8 >>> 7)) ^ (t9)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = at >> 2
log[n] = t11
log[n + 1] = words[t11]!
n += 2
bytes[at] = t8
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t2 & 31
const t4 = t3 & 31
const t5 = (t1 >>> t4) | 0
const t6 = (t1 << 1) | 0
const t7 = t4 ^ 31
const t8 = (t6 << t7) | 0
const t9 = t5 | t8
if (!(t3 === 0)) {
flags = (flags & -2) | (((t9 >>> 31)) << 0)
const t10 = (t9 >>> 30) & 1
const t11 = ((t9 >>> 31)) ^ (t10)
flags = (flags & -2049) | (t11 << 11)
}
const t12 = code[p + 3]!
log[n] = t12
log[n + 1] = words[t12]!
n += 2
words[t12] = t9
if (words[t12 + 1] !== 0) {
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
words[t12 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = t1 & 31
const t3 = t2 & 31
const t4 = (t0 >>> t3) | 0
const t5 = (t0 << 1) | 0
const t6 = t3 ^ 31
const t7 = (t5 << t6) | 0
const t8 = t4 | t7
if (!(t2 === 0)) {
flags = (flags & -2) | (((t8 >>> 31)) << 0)
const t9 = (t8 >>> 30) & 1
const t10 = ((t8 >>> 31)) ^ (t9)
flags = (flags & -2049) | (t10 << 11)
}
const t11 = at >> 2
log[n] = t11
log[n + 1] = words[t11]!
n += 2
if ((at & 3) !== 0) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
}
view.setInt32(at, t8, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = t3 & 63
const t5 = t4 & 63
const t6 = t5 < 32 ? ((t1 >>> t5) | ((t2 << 1) << (31 - t5))) : t2 >>> t5
const t7 = t5 < 32 ? (t2 >>> t5) | 0 : 0
const t8 = 1 < 32 ? t1 << 1 : 0
const t9 = 1 < 32 ? ((t2 << 1) | ((t1 >>> 1) >>> (31 - 1))) : t1 << 1
const t10 = t5 ^ 63
const t11 = t10 < 32 ? t8 << t10 : 0
const t12 = t10 < 32 ? ((t9 << t10) | ((t8 >>> 1) >>> (31 - t10))) : t8 << t10
const t13 = t6 | t11
const t14 = t7 | t12
if (!(t4 === 0)) {
flags = (flags & -2) | (((t14 >>> 31)) << 0)
const t15 = ((62 < 32 ? t13 : t14) >>> 62) & 1
const t16 = ((t14 >>> 31)) ^ (t15)
flags = (flags & -2049) | (t16 << 11)
}
const t17 = code[p + 3]!
log[n] = t17
log[n + 1] = words[t17]!
n += 2
words[t17] = t13
if (words[t17 + 1] !== t14) {
log[n] = t17 + 1
log[n + 1] = words[t17 + 1]!
n += 2
words[t17 + 1] = t14
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ror memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = t2 & 63
const t4 = t3 & 63
const t5 = t4 < 32 ? ((t0 >>> t4) | ((t1 << 1) << (31 - t4))) : t1 >>> t4
const t6 = t4 < 32 ? (t1 >>> t4) | 0 : 0
const t7 = 1 < 32 ? t0 << 1 : 0
const t8 = 1 < 32 ? ((t1 << 1) | ((t0 >>> 1) >>> (31 - 1))) : t0 << 1
const t9 = t4 ^ 63
const t10 = t9 < 32 ? t7 << t9 : 0
const t11 = t9 < 32 ? ((t8 << t9) | ((t7 >>> 1) >>> (31 - t9))) : t7 << t9
const t12 = t5 | t10
const t13 = t6 | t11
if (!(t3 === 0)) {
flags = (flags & -2) | (((t13 >>> 31)) << 0)
const t14 = ((62 < 32 ? t12 : t13) >>> 62) & 1
const t15 = ((t13 >>> 31)) ^ (t14)
flags = (flags & -2049) | (t15 << 11)
}
const t16 = at >> 2
log[n] = t16
log[n + 1] = words[t16]!
n += 2
log[n] = t16 + 1
log[n + 1] = words[t16 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t16 + 2
log[n + 1] = words[t16 + 2]!
n += 2
}
view.setInt32(at, t12, true)
view.setInt32(at + 4, t13, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // mul register32
  (state, p) => {
const { journal, words, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = code[p + 3]!
const t2 = words[t1]!
const t3 = Math.imul(t0, t2)
const t4 = unsignedProductHigh(t0, t2)
flags = (flags & -2) | ((!(t4 === 0) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t4 === 0) ? 1 : 0) << 11)
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t3
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t4
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // mul memory32
  (state, p, at) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = view.getInt32(at, true)
const t2 = Math.imul(t0, t1)
const t3 = unsignedProductHigh(t0, t1)
flags = (flags & -2) | ((!(t3 === 0) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t3 === 0) ? 1 : 0) << 11)
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t2
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t3
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // mul register64
  (state, p) => {
const { journal, words, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = words[(general + 0) + 1]!
const t2 = code[p + 3]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
multiplyLong(state.quad, t0, t1, t3, t4, false)
const t5 = state.quad[0]!
const t6 = state.quad[1]!
const t7 = state.quad[2]!
const t8 = state.quad[3]!
flags = (flags & -2) | ((!((t7 | t8) === 0) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!((t7 | t8) === 0) ? 1 : 0) << 11)
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t5
if (words[(general + 0) + 1] !== t6) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t6
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t7
if (words[(general + 4) + 1] !== t8) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // mul memory64
  (state, p, at) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = words[(general + 0) + 1]!
const t2 = view.getInt32(at, true)
const t3 = view.getInt32(at + 4, true)
multiplyLong(state.quad, t0, t1, t2, t3, false)
const t4 = state.quad[0]!
const t5 = state.quad[1]!
const t6 = state.quad[2]!
const t7 = state.quad[3]!
flags = (flags & -2) | ((!((t6 | t7) === 0) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!((t6 | t7) === 0) ? 1 : 0) << 11)
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t4
if (words[(general + 0) + 1] !== t5) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t5
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t6
if (words[(general + 4) + 1] !== t7) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = Math.imul(t1, t3)
const t5 = signedProductHigh(t1, t3)
const t6 = (t4 >>> 31) !== 0
const t7 = t6 ? -1 : 0
flags = (flags & -2) | ((!(t5 === t7) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t5 === t7) ? 1 : 0) << 11)
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t4
if (words[t8 + 1] !== 0) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = Math.imul(t1, t2)
const t4 = signedProductHigh(t1, t2)
const t5 = (t3 >>> 31) !== 0
const t6 = t5 ? -1 : 0
flags = (flags & -2) | ((!(t4 === t6) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t4 === t6) ? 1 : 0) << 11)
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t3
if (words[t7 + 1] !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
multiplyLong(state.quad, t1, t2, t4, t5, true)
const t6 = state.quad[0]!
const t7 = state.quad[1]!
const t8 = state.quad[2]!
const t9 = state.quad[3]!
const t10 = (t7 >>> 31) !== 0
const t11 = t10 ? -1 : 0
const t12 = t10 ? -1 : 0
flags = (flags & -2) | ((!(t8 === t11 && t9 === t12) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t8 === t11 && t9 === t12) ? 1 : 0) << 11)
const t13 = code[p + 3]!
log[n] = t13
log[n + 1] = words[t13]!
n += 2
words[t13] = t6
if (words[t13 + 1] !== t7) {
log[n] = t13 + 1
log[n + 1] = words[t13 + 1]!
n += 2
words[t13 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
multiplyLong(state.quad, t1, t2, t3, t4, true)
const t5 = state.quad[0]!
const t6 = state.quad[1]!
const t7 = state.quad[2]!
const t8 = state.quad[3]!
const t9 = (t6 >>> 31) !== 0
const t10 = t9 ? -1 : 0
const t11 = t9 ? -1 : 0
flags = (flags & -2) | ((!(t7 === t10 && t8 === t11) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t7 === t10 && t8 === t11) ? 1 : 0) << 11)
const t12 = code[p + 3]!
log[n] = t12
log[n + 1] = words[t12]!
n += 2
words[t12] = t5
if (words[t12 + 1] !== t6) {
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
words[t12 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register32, register32, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = Math.imul(t1, t2)
const t4 = signedProductHigh(t1, t2)
const t5 = (t3 >>> 31) !== 0
const t6 = t5 ? -1 : 0
flags = (flags & -2) | ((!(t4 === t6) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t4 === t6) ? 1 : 0) << 11)
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t3
if (words[t7 + 1] !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register32, memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = Math.imul(t0, t1)
const t3 = signedProductHigh(t0, t1)
const t4 = (t2 >>> 31) !== 0
const t5 = t4 ? -1 : 0
flags = (flags & -2) | ((!(t3 === t5) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t3 === t5) ? 1 : 0) << 11)
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t2
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register64, register64, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
multiplyLong(state.quad, t1, t2, t3, t4, true)
const t5 = state.quad[0]!
const t6 = state.quad[1]!
const t7 = state.quad[2]!
const t8 = state.quad[3]!
const t9 = (t6 >>> 31) !== 0
const t10 = t9 ? -1 : 0
const t11 = t9 ? -1 : 0
flags = (flags & -2) | ((!(t7 === t10 && t8 === t11) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t7 === t10 && t8 === t11) ? 1 : 0) << 11)
const t12 = code[p + 3]!
log[n] = t12
log[n + 1] = words[t12]!
n += 2
words[t12] = t5
if (words[t12 + 1] !== t6) {
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
words[t12 + 1] = t6
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register64, memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 12]!
const t3 = code[p + 13]!
multiplyLong(state.quad, t0, t1, t2, t3, true)
const t4 = state.quad[0]!
const t5 = state.quad[1]!
const t6 = state.quad[2]!
const t7 = state.quad[3]!
const t8 = (t5 >>> 31) !== 0
const t9 = t8 ? -1 : 0
const t10 = t8 ? -1 : 0
flags = (flags & -2) | ((!(t6 === t9 && t7 === t10) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t6 === t9 && t7 === t10) ? 1 : 0) << 11)
const t11 = code[p + 3]!
log[n] = t11
log[n + 1] = words[t11]!
n += 2
words[t11] = t4
if (words[t11 + 1] !== t5) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
words[t11 + 1] = t5
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register32
  (state, p) => {
const { journal, words, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = code[p + 3]!
const t2 = words[t1]!
const t3 = Math.imul(t0, t2)
const t4 = signedProductHigh(t0, t2)
const t5 = (t3 >>> 31) !== 0
const t6 = t5 ? -1 : 0
flags = (flags & -2) | ((!(t4 === t6) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t4 === t6) ? 1 : 0) << 11)
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t3
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t4
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul memory32
  (state, p, at) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = view.getInt32(at, true)
const t2 = Math.imul(t0, t1)
const t3 = signedProductHigh(t0, t1)
const t4 = (t2 >>> 31) !== 0
const t5 = t4 ? -1 : 0
flags = (flags & -2) | ((!(t3 === t5) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t3 === t5) ? 1 : 0) << 11)
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t2
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t3
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul register64
  (state, p) => {
const { journal, words, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = words[(general + 0) + 1]!
const t2 = code[p + 3]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
multiplyLong(state.quad, t0, t1, t3, t4, true)
const t5 = state.quad[0]!
const t6 = state.quad[1]!
const t7 = state.quad[2]!
const t8 = state.quad[3]!
const t9 = (t6 >>> 31) !== 0
const t10 = t9 ? -1 : 0
const t11 = t9 ? -1 : 0
flags = (flags & -2) | ((!(t7 === t10 && t8 === t11) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t7 === t10 && t8 === t11) ? 1 : 0) << 11)
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t5
if (words[(general + 0) + 1] !== t6) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t6
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t7
if (words[(general + 4) + 1] !== t8) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // imul memory64
  (state, p, at) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = words[(general + 0) + 1]!
const t2 = view.getInt32(at, true)
const t3 = view.getInt32(at + 4, true)
multiplyLong(state.quad, t0, t1, t2, t3, true)
const t4 = state.quad[0]!
const t5 = state.quad[1]!
const t6 = state.quad[2]!
const t7 = state.quad[3]!
const t8 = (t5 >>> 31) !== 0
const t9 = t8 ? -1 : 0
const t10 = t8 ? -1 : 0
flags = (flags & -2) | ((!(t6 === t9 && t7 === t10) ? 1 : 0) << 0)
flags = (flags & -2049) | ((!(t6 === t9 && t7 === t10) ? 1 : 0) << 11)
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t4
if (words[(general + 0) + 1] !== t5) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t5
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t6
if (words[(general + 4) + 1] !== t7) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // div register32
  (state, p) => {
const { journal, words, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 4)]!
const t1 = words[(general + 0)]!
const t2 = code[p + 3]!
const t3 = words[t2]!
if (t3 === 0 || t0 !== (0)) {
return -2
}
const t4 = ((t1 >>> 0) / (t3 >>> 0)) | 0
const t5 = ((t1 >>> 0) % (t3 >>> 0)) | 0
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t4
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t5
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // div memory32
  (state, p, at) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 4)]!
const t1 = words[(general + 0)]!
const t2 = view.getInt32(at, true)
if (t2 === 0 || t0 !== (0)) {
return -2
}
const t3 = ((t1 >>> 0) / (t2 >>> 0)) | 0
const t4 = ((t1 >>> 0) % (t2 >>> 0)) | 0
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t3
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t4
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // div register64
  (state, p) => {
const { journal, words, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 4)]!
const t1 = words[(general + 4) + 1]!
const t2 = words[(general + 0)]!
const t3 = words[(general + 0) + 1]!
const t4 = code[p + 3]!
const t5 = words[t4]!
const t6 = words[t4 + 1]!
if (t0 !== 0 || t1 !== 0 || !divideLong(state.quad, t2, t3, t5, t6, false)) {
return -2
}
const t7 = state.quad[0]!
const t8 = state.quad[1]!
const t9 = state.quad[2]!
const t10 = state.quad[3]!
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t7
if (words[(general + 0) + 1] !== t8) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t8
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t9
if (words[(general + 4) + 1] !== t10) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t10
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // div memory64
  (state, p, at) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 4)]!
const t1 = words[(general + 4) + 1]!
const t2 = words[(general + 0)]!
const t3 = words[(general + 0) + 1]!
const t4 = view.getInt32(at, true)
const t5 = view.getInt32(at + 4, true)
if (t0 !== 0 || t1 !== 0 || !divideLong(state.quad, t2, t3, t4, t5, false)) {
return -2
}
const t6 = state.quad[0]!
const t7 = state.quad[1]!
const t8 = state.quad[2]!
const t9 = state.quad[3]!
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t6
if (words[(general + 0) + 1] !== t7) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t7
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t8
if (words[(general + 4) + 1] !== t9) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t9
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // idiv register32
  (state, p) => {
const { journal, words, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 4)]!
const t1 = words[(general + 0)]!
const t2 = code[p + 3]!
const t3 = words[t2]!
if (t3 === 0 || t0 !== (t1 >> 31) || (t3 === -1 && t1 === -2147483648)) {
return -2
}
const t4 = (t1 / t3) | 0
const t5 = (t1 % t3) | 0
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t4
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t5
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // idiv memory32
  (state, p, at) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 4)]!
const t1 = words[(general + 0)]!
const t2 = view.getInt32(at, true)
if (t2 === 0 || t0 !== (t1 >> 31) || (t2 === -1 && t1 === -2147483648)) {
return -2
}
const t3 = (t1 / t2) | 0
const t4 = (t1 % t2) | 0
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t3
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t4
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // idiv register64
  (state, p) => {
const { journal, words, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 4)]!
const t1 = words[(general + 4) + 1]!
const t2 = words[(general + 0)]!
const t3 = words[(general + 0) + 1]!
const t4 = code[p + 3]!
const t5 = words[t4]!
const t6 = words[t4 + 1]!
if (t0 !== (t3 >> 31) || t1 !== (t3 >> 31) || !divideLong(state.quad, t2, t3, t5, t6, true)) {
return -2
}
const t7 = state.quad[0]!
const t8 = state.quad[1]!
const t9 = state.quad[2]!
const t10 = state.quad[3]!
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t7
if (words[(general + 0) + 1] !== t8) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t8
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t9
if (words[(general + 4) + 1] !== t10) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t10
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // idiv memory64
  (state, p, at) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 4)]!
const t1 = words[(general + 4) + 1]!
const t2 = words[(general + 0)]!
const t3 = words[(general + 0) + 1]!
const t4 = view.getInt32(at, true)
const t5 = view.getInt32(at + 4, true)
if (t0 !== (t3 >> 31) || t1 !== (t3 >> 31) || !divideLong(state.quad, t2, t3, t4, t5, true)) {
return -2
}
const t6 = state.quad[0]!
const t7 = state.quad[1]!
const t8 = state.quad[2]!
const t9 = state.quad[3]!
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t6
if (words[(general + 0) + 1] !== t7) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t7
}
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t8
if (words[(general + 4) + 1] !== t9) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t9
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bt register32, register32
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = (t1) & 255
const t3 = t2 & 31
const t4 = code[p + 3]!
const t5 = words[t4]!
const t6 = (t5 >>> t3) & 1
flags = (flags & -2) | ((t6) << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bt register64, register64
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t3 = (t1) & 255
const t4 = t3 & 63
const t5 = code[p + 3]!
const t6 = words[t5]!
const t7 = words[t5 + 1]!
const t8 = ((t4 < 32 ? t6 : t7) >>> t4) & 1
flags = (flags & -2) | ((t8) << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bt register32, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 31
const t2 = code[p + 3]!
const t3 = words[t2]!
const t4 = (t3 >>> t1) & 1
flags = (flags & -2) | ((t4) << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bt memory32, number8
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 31
const t2 = view.getInt32(at, true)
const t3 = (t2 >>> t1) & 1
flags = (flags & -2) | ((t3) << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bt register64, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 63
const t2 = code[p + 3]!
const t3 = words[t2]!
const t4 = words[t2 + 1]!
const t5 = ((t1 < 32 ? t3 : t4) >>> t1) & 1
flags = (flags & -2) | ((t5) << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bt memory64, number8
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 12]!
const t1 = t0 & 63
const t2 = view.getInt32(at, true)
const t3 = view.getInt32(at + 4, true)
const t4 = ((t1 < 32 ? t2 : t3) >>> t1) & 1
flags = (flags & -2) | ((t4) << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bsf register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = code[p + 3]!
const t3 = words[t2]!
const t4 = 31 - Math.clz32(t1 & -t1)
const t5 = t1 === 0
const t6 = t5 ? t3 : t4
flags = (flags & -65) | ((t1 === 0 ? 1 : 0) << 6)
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t6
if (words[t7 + 1] !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bsf register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 3]!
const t2 = words[t1]!
const t3 = 31 - Math.clz32(t0 & -t0)
const t4 = t0 === 0
const t5 = t4 ? t2 : t3
flags = (flags & -65) | ((t0 === 0 ? 1 : 0) << 6)
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bsr register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = code[p + 3]!
const t3 = words[t2]!
const t4 = 31 - Math.clz32(t1)
const t5 = t1 === 0
const t6 = t5 ? t3 : t4
flags = (flags & -65) | ((t1 === 0 ? 1 : 0) << 6)
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t6
if (words[t7 + 1] !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // bsr register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 3]!
const t2 = words[t1]!
const t3 = 31 - Math.clz32(t0)
const t4 = t0 === 0
const t5 = t4 ? t2 : t3
flags = (flags & -65) | ((t0 === 0 ? 1 : 0) << 6)
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cwde
  (state, p) => {
const { journal, words, view, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getUint16(((general + 0) * 4), true)
const t1 = (t0 << 16) >> 16
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t1
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cdqe
  (state, p) => {
const { journal, words, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = t0 >> 31
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t0
if (words[(general + 0) + 1] !== t1) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t1
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cdq
  (state, p) => {
const { journal, words, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 0)]!
const t1 = (t0 >>> 31) !== 0
const t2 = t1 ? -1 : 0
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t2
if (words[(general + 4) + 1] !== 0) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cqo
  (state, p) => {
const { journal, words, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t1 = words[(general + 0) + 1]!
const t2 = (t1 >>> 31) !== 0
const t3 = t2 ? -1 : 0
const t4 = t2 ? -1 : 0
log[n] = (general + 4)
log[n + 1] = words[(general + 4)]!
n += 2
words[(general + 4)] = t3
if (words[(general + 4) + 1] !== t4) {
log[n] = (general + 4) + 1
log[n + 1] = words[(general + 4) + 1]!
n += 2
words[(general + 4) + 1] = t4
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // seto register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 2048) !== 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // seto memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 2048) !== 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setno register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 2048) === 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setno memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 2048) === 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setb register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 1) !== 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setb memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 1) !== 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setae register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 1) === 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setae memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 1) === 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sete register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 64) !== 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sete memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 64) !== 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setne register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 64) === 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setne memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 64) === 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setbe register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 65) !== 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setbe memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 65) !== 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // seta register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 65) === 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // seta memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 65) === 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sets register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 128) !== 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // sets memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 128) !== 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setns register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 128) === 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setns memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 128) === 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setp register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 4) !== 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setp memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 4) !== 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setnp register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 4) === 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setnp memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (flags & 4) === 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setl register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (((flags >> 4) ^ flags) & 128) !== 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setl memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (((flags >> 4) ^ flags) & 128) !== 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setge register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (((flags >> 4) ^ flags) & 128) === 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setge memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = (((flags >> 4) ^ flags) & 128) === 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setle register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) !== 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setle memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) !== 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setg register8
  (state, p) => {
const { journal, words, bytes, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) === 0
const t1 = t0 ? 1 : 0
const t2 = code[p + 3]!
log[n] = t2 >> 2
log[n + 1] = words[t2 >> 2]!
n += 2
bytes[t2] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // setg memory8
  (state, p, at) => {
const { journal, words, bytes } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) === 0
const t1 = t0 ? 1 : 0
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
bytes[at] = t1
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovo register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 2048) !== 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovo register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 2048) !== 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovo register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 2048) !== 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovo register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 2048) !== 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovno register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 2048) === 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovno register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 2048) === 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovno register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 2048) === 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovno register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 2048) === 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovb register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 1) !== 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovb register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 1) !== 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovb register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 1) !== 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovb register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 1) !== 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovae register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 1) === 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovae register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 1) === 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovae register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 1) === 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovae register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 1) === 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmove register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 64) !== 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmove register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 64) !== 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmove register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 64) !== 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmove register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 64) !== 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovne register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 64) === 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovne register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 64) === 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovne register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 64) === 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovne register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 64) === 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovbe register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 65) !== 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovbe register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 65) !== 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovbe register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 65) !== 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovbe register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 65) !== 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmova register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 65) === 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmova register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 65) === 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmova register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 65) === 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmova register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 65) === 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovs register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 128) !== 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovs register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 128) !== 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovs register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 128) !== 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovs register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 128) !== 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovns register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 128) === 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovns register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 128) === 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovns register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 128) === 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovns register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 128) === 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovp register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 4) !== 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovp register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 4) !== 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovp register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 4) !== 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovp register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 4) !== 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovnp register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (flags & 4) === 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovnp register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (flags & 4) === 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovnp register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (flags & 4) === 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovnp register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (flags & 4) === 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovl register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (((flags >> 4) ^ flags) & 128) !== 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovl register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (((flags >> 4) ^ flags) & 128) !== 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovl register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (((flags >> 4) ^ flags) & 128) !== 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovl register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (((flags >> 4) ^ flags) & 128) !== 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovge register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (((flags >> 4) ^ flags) & 128) === 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovge register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (((flags >> 4) ^ flags) & 128) === 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovge register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (((flags >> 4) ^ flags) & 128) === 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovge register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (((flags >> 4) ^ flags) & 128) === 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovle register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) !== 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovle register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) !== 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovle register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) !== 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovle register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) !== 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovg register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) === 0
const t5 = t4 ? t3 : t1
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t5
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovg register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) === 0
const t4 = t3 ? t2 : t1
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t4
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovg register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) === 0
const t7 = t6 ? t4 : t1
const t8 = t6 ? t5 : t2
const t9 = code[p + 3]!
log[n] = t9
log[n + 1] = words[t9]!
n += 2
words[t9] = t7
if (words[t9 + 1] !== t8) {
log[n] = t9 + 1
log[n + 1] = words[t9 + 1]!
n += 2
words[t9 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmovg register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = ((((flags >> 4) ^ flags) & 128) | (flags & 64)) === 0
const t6 = t5 ? t3 : t1
const t7 = t5 ? t4 : t2
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t6
if (words[t8 + 1] !== t7) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // push number8
  (state, p, at, low, high) => {
const { journal, words, view, code, general } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 12]!
const t1 = code[p + 13]!
log[n] = (general + 8)
log[n + 1] = words[(general + 8)]!
n += 2
words[(general + 8)] = low
if (words[(general + 8) + 1] !== high) {
log[n] = (general + 8) + 1
log[n + 1] = words[(general + 8) + 1]!
n += 2
words[(general + 8) + 1] = high
}
const t2 = at >> 2
log[n] = t2
log[n + 1] = words[t2]!
n += 2
log[n] = t2 + 1
log[n + 1] = words[t2 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t2 + 2
log[n + 1] = words[t2 + 2]!
n += 2
}
view.setInt32(at, t0, true)
view.setInt32(at + 4, t1, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsb
  (state, p) => {
const { journal, words, bytes, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 14)]!
const t1 = words[(general + 14) + 1]!
const t2 = words[(general + 12)]!
const t3 = words[(general + 12) + 1]!
const t4 = state.place(t2, t3, 0, 0)
if (t4 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t5 = bytes[t4]!
const t6 = state.place(t0, t1, 256, 0)
if (t6 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t7 = (flags & 1024) !== 0
const t8 = t7 ? -1 : 1
const t9 = t7 ? -1 : 0
const t10 = words[(general + 12)]!
const t11 = words[(general + 12) + 1]!
const t12 = (t10 + t8) | 0
const t13 = (t11 + t9 + ((t12 >>> 0) < (t10 >>> 0) ? 1 : 0)) | 0
const t14 = (flags & 1024) !== 0
const t15 = t14 ? -1 : 1
const t16 = t14 ? -1 : 0
const t17 = words[(general + 14)]!
const t18 = words[(general + 14) + 1]!
const t19 = (t17 + t15) | 0
const t20 = (t18 + t16 + ((t19 >>> 0) < (t17 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t12
if (words[(general + 12) + 1] !== t13) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t13
}
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t19
if (words[(general + 14) + 1] !== t20) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t20
}
const t21 = t6 >> 2
log[n] = t21
log[n + 1] = words[t21]!
n += 2
bytes[t6] = t5
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep movsb
  (state, p) => {
const { journal, words, bytes, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 14)]!
const t3 = words[(general + 14) + 1]!
const t4 = words[(general + 12)]!
const t5 = words[(general + 12) + 1]!
const t6 = state.place(t4, t5, 0, 0)
if (t6 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t7 = bytes[t6]!
const t8 = state.place(t2, t3, 256, 0)
if (t8 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t9 = (flags & 1024) !== 0
const t10 = t9 ? -1 : 1
const t11 = t9 ? -1 : 0
const t12 = words[(general + 12)]!
const t13 = words[(general + 12) + 1]!
const t14 = (t12 + t10) | 0
const t15 = (t13 + t11 + ((t14 >>> 0) < (t12 >>> 0) ? 1 : 0)) | 0
const t16 = (flags & 1024) !== 0
const t17 = t16 ? -1 : 1
const t18 = t16 ? -1 : 0
const t19 = words[(general + 14)]!
const t20 = words[(general + 14) + 1]!
const t21 = (t19 + t17) | 0
const t22 = (t20 + t18 + ((t21 >>> 0) < (t19 >>> 0) ? 1 : 0)) | 0
const t23 = (t0 - 1) | 0
const t24 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t14
if (words[(general + 12) + 1] !== t15) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t15
}
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t21
if (words[(general + 14) + 1] !== t22) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t22
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t23
if (words[(general + 2) + 1] !== t24) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t24
}
const t25 = t8 >> 2
log[n] = t25
log[n + 1] = words[t25]!
n += 2
bytes[t8] = t7
if ((t23 | t24) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsw
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 14)]!
const t1 = words[(general + 14) + 1]!
const t2 = words[(general + 12)]!
const t3 = words[(general + 12) + 1]!
const t4 = state.place(t2, t3, 0, 1)
if (t4 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t5 = view.getUint16(t4, true)
const t6 = state.place(t0, t1, 256, 1)
if (t6 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t7 = (flags & 1024) !== 0
const t8 = t7 ? -2 : 2
const t9 = t7 ? -1 : 0
const t10 = words[(general + 12)]!
const t11 = words[(general + 12) + 1]!
const t12 = (t10 + t8) | 0
const t13 = (t11 + t9 + ((t12 >>> 0) < (t10 >>> 0) ? 1 : 0)) | 0
const t14 = (flags & 1024) !== 0
const t15 = t14 ? -2 : 2
const t16 = t14 ? -1 : 0
const t17 = words[(general + 14)]!
const t18 = words[(general + 14) + 1]!
const t19 = (t17 + t15) | 0
const t20 = (t18 + t16 + ((t19 >>> 0) < (t17 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t12
if (words[(general + 12) + 1] !== t13) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t13
}
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t19
if (words[(general + 14) + 1] !== t20) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t20
}
const t21 = t6 >> 2
log[n] = t21
log[n + 1] = words[t21]!
n += 2
if ((t6 & 3) === 3) {
log[n] = t21 + 1
log[n + 1] = words[t21 + 1]!
n += 2
}
view.setInt16(t6, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep movsw
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 14)]!
const t3 = words[(general + 14) + 1]!
const t4 = words[(general + 12)]!
const t5 = words[(general + 12) + 1]!
const t6 = state.place(t4, t5, 0, 1)
if (t6 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t7 = view.getUint16(t6, true)
const t8 = state.place(t2, t3, 256, 1)
if (t8 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t9 = (flags & 1024) !== 0
const t10 = t9 ? -2 : 2
const t11 = t9 ? -1 : 0
const t12 = words[(general + 12)]!
const t13 = words[(general + 12) + 1]!
const t14 = (t12 + t10) | 0
const t15 = (t13 + t11 + ((t14 >>> 0) < (t12 >>> 0) ? 1 : 0)) | 0
const t16 = (flags & 1024) !== 0
const t17 = t16 ? -2 : 2
const t18 = t16 ? -1 : 0
const t19 = words[(general + 14)]!
const t20 = words[(general + 14) + 1]!
const t21 = (t19 + t17) | 0
const t22 = (t20 + t18 + ((t21 >>> 0) < (t19 >>> 0) ? 1 : 0)) | 0
const t23 = (t0 - 1) | 0
const t24 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t14
if (words[(general + 12) + 1] !== t15) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t15
}
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t21
if (words[(general + 14) + 1] !== t22) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t22
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t23
if (words[(general + 2) + 1] !== t24) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t24
}
const t25 = t8 >> 2
log[n] = t25
log[n + 1] = words[t25]!
n += 2
if ((t8 & 3) === 3) {
log[n] = t25 + 1
log[n + 1] = words[t25 + 1]!
n += 2
}
view.setInt16(t8, t7, true)
if ((t23 | t24) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsd
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 14)]!
const t1 = words[(general + 14) + 1]!
const t2 = words[(general + 12)]!
const t3 = words[(general + 12) + 1]!
const t4 = state.place(t2, t3, 0, 3)
if (t4 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t5 = view.getInt32(t4, true)
const t6 = state.place(t0, t1, 256, 3)
if (t6 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t7 = (flags & 1024) !== 0
const t8 = t7 ? -4 : 4
const t9 = t7 ? -1 : 0
const t10 = words[(general + 12)]!
const t11 = words[(general + 12) + 1]!
const t12 = (t10 + t8) | 0
const t13 = (t11 + t9 + ((t12 >>> 0) < (t10 >>> 0) ? 1 : 0)) | 0
const t14 = (flags & 1024) !== 0
const t15 = t14 ? -4 : 4
const t16 = t14 ? -1 : 0
const t17 = words[(general + 14)]!
const t18 = words[(general + 14) + 1]!
const t19 = (t17 + t15) | 0
const t20 = (t18 + t16 + ((t19 >>> 0) < (t17 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t12
if (words[(general + 12) + 1] !== t13) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t13
}
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t19
if (words[(general + 14) + 1] !== t20) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t20
}
const t21 = t6 >> 2
log[n] = t21
log[n + 1] = words[t21]!
n += 2
if ((t6 & 3) !== 0) {
log[n] = t21 + 1
log[n + 1] = words[t21 + 1]!
n += 2
}
view.setInt32(t6, t5, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep movsd
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 14)]!
const t3 = words[(general + 14) + 1]!
const t4 = words[(general + 12)]!
const t5 = words[(general + 12) + 1]!
const t6 = state.place(t4, t5, 0, 3)
if (t6 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t7 = view.getInt32(t6, true)
const t8 = state.place(t2, t3, 256, 3)
if (t8 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t9 = (flags & 1024) !== 0
const t10 = t9 ? -4 : 4
const t11 = t9 ? -1 : 0
const t12 = words[(general + 12)]!
const t13 = words[(general + 12) + 1]!
const t14 = (t12 + t10) | 0
const t15 = (t13 + t11 + ((t14 >>> 0) < (t12 >>> 0) ? 1 : 0)) | 0
const t16 = (flags & 1024) !== 0
const t17 = t16 ? -4 : 4
const t18 = t16 ? -1 : 0
const t19 = words[(general + 14)]!
const t20 = words[(general + 14) + 1]!
const t21 = (t19 + t17) | 0
const t22 = (t20 + t18 + ((t21 >>> 0) < (t19 >>> 0) ? 1 : 0)) | 0
const t23 = (t0 - 1) | 0
const t24 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t14
if (words[(general + 12) + 1] !== t15) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t15
}
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t21
if (words[(general + 14) + 1] !== t22) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t22
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t23
if (words[(general + 2) + 1] !== t24) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t24
}
const t25 = t8 >> 2
log[n] = t25
log[n + 1] = words[t25]!
n += 2
if ((t8 & 3) !== 0) {
log[n] = t25 + 1
log[n + 1] = words[t25 + 1]!
n += 2
}
view.setInt32(t8, t7, true)
if ((t23 | t24) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsq
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 14)]!
const t1 = words[(general + 14) + 1]!
const t2 = words[(general + 12)]!
const t3 = words[(general + 12) + 1]!
const t4 = state.place(t2, t3, 0, 7)
if (t4 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t5 = view.getInt32(t4, true)
const t6 = view.getInt32(t4 + 4, true)
const t7 = state.place(t0, t1, 256, 7)
if (t7 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t8 = (flags & 1024) !== 0
const t9 = t8 ? -8 : 8
const t10 = t8 ? -1 : 0
const t11 = words[(general + 12)]!
const t12 = words[(general + 12) + 1]!
const t13 = (t11 + t9) | 0
const t14 = (t12 + t10 + ((t13 >>> 0) < (t11 >>> 0) ? 1 : 0)) | 0
const t15 = (flags & 1024) !== 0
const t16 = t15 ? -8 : 8
const t17 = t15 ? -1 : 0
const t18 = words[(general + 14)]!
const t19 = words[(general + 14) + 1]!
const t20 = (t18 + t16) | 0
const t21 = (t19 + t17 + ((t20 >>> 0) < (t18 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t13
if (words[(general + 12) + 1] !== t14) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t14
}
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t20
if (words[(general + 14) + 1] !== t21) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t21
}
const t22 = t7 >> 2
log[n] = t22
log[n + 1] = words[t22]!
n += 2
log[n] = t22 + 1
log[n + 1] = words[t22 + 1]!
n += 2
if ((t7 & 3) !== 0) {
log[n] = t22 + 2
log[n + 1] = words[t22 + 2]!
n += 2
}
view.setInt32(t7, t5, true)
view.setInt32(t7 + 4, t6, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep movsq
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 14)]!
const t3 = words[(general + 14) + 1]!
const t4 = words[(general + 12)]!
const t5 = words[(general + 12) + 1]!
const t6 = state.place(t4, t5, 0, 7)
if (t6 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t7 = view.getInt32(t6, true)
const t8 = view.getInt32(t6 + 4, true)
const t9 = state.place(t2, t3, 256, 7)
if (t9 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t10 = (flags & 1024) !== 0
const t11 = t10 ? -8 : 8
const t12 = t10 ? -1 : 0
const t13 = words[(general + 12)]!
const t14 = words[(general + 12) + 1]!
const t15 = (t13 + t11) | 0
const t16 = (t14 + t12 + ((t15 >>> 0) < (t13 >>> 0) ? 1 : 0)) | 0
const t17 = (flags & 1024) !== 0
const t18 = t17 ? -8 : 8
const t19 = t17 ? -1 : 0
const t20 = words[(general + 14)]!
const t21 = words[(general + 14) + 1]!
const t22 = (t20 + t18) | 0
const t23 = (t21 + t19 + ((t22 >>> 0) < (t20 >>> 0) ? 1 : 0)) | 0
const t24 = (t0 - 1) | 0
const t25 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t15
if (words[(general + 12) + 1] !== t16) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t16
}
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t22
if (words[(general + 14) + 1] !== t23) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t23
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t24
if (words[(general + 2) + 1] !== t25) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t25
}
const t26 = t9 >> 2
log[n] = t26
log[n + 1] = words[t26]!
n += 2
log[n] = t26 + 1
log[n + 1] = words[t26 + 1]!
n += 2
if ((t9 & 3) !== 0) {
log[n] = t26 + 2
log[n + 1] = words[t26 + 2]!
n += 2
}
view.setInt32(t9, t7, true)
view.setInt32(t9 + 4, t8, true)
if ((t24 | t25) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // stosb
  (state, p) => {
const { journal, words, bytes, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 14)]!
const t1 = words[(general + 14) + 1]!
const t2 = bytes[((general + 0) * 4)]!
const t3 = state.place(t0, t1, 256, 0)
if (t3 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t4 = (flags & 1024) !== 0
const t5 = t4 ? -1 : 1
const t6 = t4 ? -1 : 0
const t7 = words[(general + 14)]!
const t8 = words[(general + 14) + 1]!
const t9 = (t7 + t5) | 0
const t10 = (t8 + t6 + ((t9 >>> 0) < (t7 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t9
if (words[(general + 14) + 1] !== t10) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t10
}
const t11 = t3 >> 2
log[n] = t11
log[n + 1] = words[t11]!
n += 2
bytes[t3] = t2
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep stosb
  (state, p) => {
const { journal, words, bytes, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 14)]!
const t3 = words[(general + 14) + 1]!
const t4 = bytes[((general + 0) * 4)]!
const t5 = state.place(t2, t3, 256, 0)
if (t5 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t6 = (flags & 1024) !== 0
const t7 = t6 ? -1 : 1
const t8 = t6 ? -1 : 0
const t9 = words[(general + 14)]!
const t10 = words[(general + 14) + 1]!
const t11 = (t9 + t7) | 0
const t12 = (t10 + t8 + ((t11 >>> 0) < (t9 >>> 0) ? 1 : 0)) | 0
const t13 = (t0 - 1) | 0
const t14 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t11
if (words[(general + 14) + 1] !== t12) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t12
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t13
if (words[(general + 2) + 1] !== t14) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t14
}
const t15 = t5 >> 2
log[n] = t15
log[n + 1] = words[t15]!
n += 2
bytes[t5] = t4
if ((t13 | t14) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // stosw
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 14)]!
const t1 = words[(general + 14) + 1]!
const t2 = view.getUint16(((general + 0) * 4), true)
const t3 = state.place(t0, t1, 256, 1)
if (t3 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t4 = (flags & 1024) !== 0
const t5 = t4 ? -2 : 2
const t6 = t4 ? -1 : 0
const t7 = words[(general + 14)]!
const t8 = words[(general + 14) + 1]!
const t9 = (t7 + t5) | 0
const t10 = (t8 + t6 + ((t9 >>> 0) < (t7 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t9
if (words[(general + 14) + 1] !== t10) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t10
}
const t11 = t3 >> 2
log[n] = t11
log[n + 1] = words[t11]!
n += 2
if ((t3 & 3) === 3) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
}
view.setInt16(t3, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep stosw
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 14)]!
const t3 = words[(general + 14) + 1]!
const t4 = view.getUint16(((general + 0) * 4), true)
const t5 = state.place(t2, t3, 256, 1)
if (t5 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t6 = (flags & 1024) !== 0
const t7 = t6 ? -2 : 2
const t8 = t6 ? -1 : 0
const t9 = words[(general + 14)]!
const t10 = words[(general + 14) + 1]!
const t11 = (t9 + t7) | 0
const t12 = (t10 + t8 + ((t11 >>> 0) < (t9 >>> 0) ? 1 : 0)) | 0
const t13 = (t0 - 1) | 0
const t14 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t11
if (words[(general + 14) + 1] !== t12) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t12
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t13
if (words[(general + 2) + 1] !== t14) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t14
}
const t15 = t5 >> 2
log[n] = t15
log[n + 1] = words[t15]!
n += 2
if ((t5 & 3) === 3) {
log[n] = t15 + 1
log[n + 1] = words[t15 + 1]!
n += 2
}
view.setInt16(t5, t4, true)
if ((t13 | t14) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // stosd
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 14)]!
const t1 = words[(general + 14) + 1]!
const t2 = words[(general + 0)]!
const t3 = state.place(t0, t1, 256, 3)
if (t3 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t4 = (flags & 1024) !== 0
const t5 = t4 ? -4 : 4
const t6 = t4 ? -1 : 0
const t7 = words[(general + 14)]!
const t8 = words[(general + 14) + 1]!
const t9 = (t7 + t5) | 0
const t10 = (t8 + t6 + ((t9 >>> 0) < (t7 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t9
if (words[(general + 14) + 1] !== t10) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t10
}
const t11 = t3 >> 2
log[n] = t11
log[n + 1] = words[t11]!
n += 2
if ((t3 & 3) !== 0) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
}
view.setInt32(t3, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep stosd
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 14)]!
const t3 = words[(general + 14) + 1]!
const t4 = words[(general + 0)]!
const t5 = state.place(t2, t3, 256, 3)
if (t5 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t6 = (flags & 1024) !== 0
const t7 = t6 ? -4 : 4
const t8 = t6 ? -1 : 0
const t9 = words[(general + 14)]!
const t10 = words[(general + 14) + 1]!
const t11 = (t9 + t7) | 0
const t12 = (t10 + t8 + ((t11 >>> 0) < (t9 >>> 0) ? 1 : 0)) | 0
const t13 = (t0 - 1) | 0
const t14 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t11
if (words[(general + 14) + 1] !== t12) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t12
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t13
if (words[(general + 2) + 1] !== t14) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t14
}
const t15 = t5 >> 2
log[n] = t15
log[n + 1] = words[t15]!
n += 2
if ((t5 & 3) !== 0) {
log[n] = t15 + 1
log[n + 1] = words[t15 + 1]!
n += 2
}
view.setInt32(t5, t4, true)
if ((t13 | t14) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // stosq
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 14)]!
const t1 = words[(general + 14) + 1]!
const t2 = words[(general + 0)]!
const t3 = words[(general + 0) + 1]!
const t4 = state.place(t0, t1, 256, 7)
if (t4 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t5 = (flags & 1024) !== 0
const t6 = t5 ? -8 : 8
const t7 = t5 ? -1 : 0
const t8 = words[(general + 14)]!
const t9 = words[(general + 14) + 1]!
const t10 = (t8 + t6) | 0
const t11 = (t9 + t7 + ((t10 >>> 0) < (t8 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t10
if (words[(general + 14) + 1] !== t11) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t11
}
const t12 = t4 >> 2
log[n] = t12
log[n + 1] = words[t12]!
n += 2
log[n] = t12 + 1
log[n + 1] = words[t12 + 1]!
n += 2
if ((t4 & 3) !== 0) {
log[n] = t12 + 2
log[n + 1] = words[t12 + 2]!
n += 2
}
view.setInt32(t4, t2, true)
view.setInt32(t4 + 4, t3, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep stosq
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 14)]!
const t3 = words[(general + 14) + 1]!
const t4 = words[(general + 0)]!
const t5 = words[(general + 0) + 1]!
const t6 = state.place(t2, t3, 256, 7)
if (t6 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t7 = (flags & 1024) !== 0
const t8 = t7 ? -8 : 8
const t9 = t7 ? -1 : 0
const t10 = words[(general + 14)]!
const t11 = words[(general + 14) + 1]!
const t12 = (t10 + t8) | 0
const t13 = (t11 + t9 + ((t12 >>> 0) < (t10 >>> 0) ? 1 : 0)) | 0
const t14 = (t0 - 1) | 0
const t15 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 14)
log[n + 1] = words[(general + 14)]!
n += 2
words[(general + 14)] = t12
if (words[(general + 14) + 1] !== t13) {
log[n] = (general + 14) + 1
log[n + 1] = words[(general + 14) + 1]!
n += 2
words[(general + 14) + 1] = t13
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t14
if (words[(general + 2) + 1] !== t15) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t15
}
const t16 = t6 >> 2
log[n] = t16
log[n + 1] = words[t16]!
n += 2
log[n] = t16 + 1
log[n + 1] = words[t16 + 1]!
n += 2
if ((t6 & 3) !== 0) {
log[n] = t16 + 2
log[n + 1] = words[t16 + 2]!
n += 2
}
view.setInt32(t6, t4, true)
view.setInt32(t6 + 4, t5, true)
if ((t14 | t15) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // lodsb
  (state, p) => {
const { journal, words, bytes, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 12)]!
const t1 = words[(general + 12) + 1]!
const t2 = state.place(t0, t1, 0, 0)
if (t2 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t3 = bytes[t2]!
const t4 = (flags & 1024) !== 0
const t5 = t4 ? -1 : 1
const t6 = t4 ? -1 : 0
const t7 = words[(general + 12)]!
const t8 = words[(general + 12) + 1]!
const t9 = (t7 + t5) | 0
const t10 = (t8 + t6 + ((t9 >>> 0) < (t7 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t9
if (words[(general + 12) + 1] !== t10) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t10
}
const t11 = ((general + 0) * 4)
log[n] = t11 >> 2
log[n + 1] = words[t11 >> 2]!
n += 2
bytes[t11] = t3
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep lodsb
  (state, p) => {
const { journal, words, bytes, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 12)]!
const t3 = words[(general + 12) + 1]!
const t4 = state.place(t2, t3, 0, 0)
if (t4 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t5 = bytes[t4]!
const t6 = (flags & 1024) !== 0
const t7 = t6 ? -1 : 1
const t8 = t6 ? -1 : 0
const t9 = words[(general + 12)]!
const t10 = words[(general + 12) + 1]!
const t11 = (t9 + t7) | 0
const t12 = (t10 + t8 + ((t11 >>> 0) < (t9 >>> 0) ? 1 : 0)) | 0
const t13 = (t0 - 1) | 0
const t14 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t11
if (words[(general + 12) + 1] !== t12) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t12
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t13
if (words[(general + 2) + 1] !== t14) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t14
}
const t15 = ((general + 0) * 4)
log[n] = t15 >> 2
log[n + 1] = words[t15 >> 2]!
n += 2
bytes[t15] = t5
if ((t13 | t14) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // lodsd
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 12)]!
const t1 = words[(general + 12) + 1]!
const t2 = state.place(t0, t1, 0, 3)
if (t2 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t3 = view.getInt32(t2, true)
const t4 = (flags & 1024) !== 0
const t5 = t4 ? -4 : 4
const t6 = t4 ? -1 : 0
const t7 = words[(general + 12)]!
const t8 = words[(general + 12) + 1]!
const t9 = (t7 + t5) | 0
const t10 = (t8 + t6 + ((t9 >>> 0) < (t7 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t3
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t9
if (words[(general + 12) + 1] !== t10) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t10
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep lodsd
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 12)]!
const t3 = words[(general + 12) + 1]!
const t4 = state.place(t2, t3, 0, 3)
if (t4 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t5 = view.getInt32(t4, true)
const t6 = (flags & 1024) !== 0
const t7 = t6 ? -4 : 4
const t8 = t6 ? -1 : 0
const t9 = words[(general + 12)]!
const t10 = words[(general + 12) + 1]!
const t11 = (t9 + t7) | 0
const t12 = (t10 + t8 + ((t11 >>> 0) < (t9 >>> 0) ? 1 : 0)) | 0
const t13 = (t0 - 1) | 0
const t14 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t5
if (words[(general + 0) + 1] !== 0) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = 0
}
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t11
if (words[(general + 12) + 1] !== t12) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t12
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t13
if (words[(general + 2) + 1] !== t14) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t14
}
if ((t13 | t14) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // lodsq
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 12)]!
const t1 = words[(general + 12) + 1]!
const t2 = state.place(t0, t1, 0, 7)
if (t2 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t3 = view.getInt32(t2, true)
const t4 = view.getInt32(t2 + 4, true)
const t5 = (flags & 1024) !== 0
const t6 = t5 ? -8 : 8
const t7 = t5 ? -1 : 0
const t8 = words[(general + 12)]!
const t9 = words[(general + 12) + 1]!
const t10 = (t8 + t6) | 0
const t11 = (t9 + t7 + ((t10 >>> 0) < (t8 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t3
if (words[(general + 0) + 1] !== t4) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t4
}
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t10
if (words[(general + 12) + 1] !== t11) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t11
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rep lodsq
  (state, p) => {
const { journal, words, view, general } = state
let { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = words[(general + 2)]!
const t1 = words[(general + 2) + 1]!
if ((t0 | t1) === 0) {
p += 16
state.flags = flags
journal.logLength = n
return p
}
const t2 = words[(general + 12)]!
const t3 = words[(general + 12) + 1]!
const t4 = state.place(t2, t3, 0, 7)
if (t4 < 0) {
return -2
}
log = journal.log
n = journal.logLength
const t5 = view.getInt32(t4, true)
const t6 = view.getInt32(t4 + 4, true)
const t7 = (flags & 1024) !== 0
const t8 = t7 ? -8 : 8
const t9 = t7 ? -1 : 0
const t10 = words[(general + 12)]!
const t11 = words[(general + 12) + 1]!
const t12 = (t10 + t8) | 0
const t13 = (t11 + t9 + ((t12 >>> 0) < (t10 >>> 0) ? 1 : 0)) | 0
const t14 = (t0 - 1) | 0
const t15 = (t1 - 0 - ((t0 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
log[n] = (general + 0)
log[n + 1] = words[(general + 0)]!
n += 2
words[(general + 0)] = t5
if (words[(general + 0) + 1] !== t6) {
log[n] = (general + 0) + 1
log[n + 1] = words[(general + 0) + 1]!
n += 2
words[(general + 0) + 1] = t6
}
log[n] = (general + 12)
log[n + 1] = words[(general + 12)]!
n += 2
words[(general + 12)] = t12
if (words[(general + 12) + 1] !== t13) {
log[n] = (general + 12) + 1
log[n + 1] = words[(general + 12) + 1]!
n += 2
words[(general + 12) + 1] = t13
}
log[n] = (general + 2)
log[n + 1] = words[(general + 2)]!
n += 2
words[(general + 2)] = t14
if (words[(general + 2) + 1] !== t15) {
log[n] = (general + 2) + 1
log[n + 1] = words[(general + 2) + 1]!
n += 2
words[(general + 2) + 1] = t15
}
if ((t14 | t15) === 0) p += 16
state.flags = flags
journal.logLength = n
return p
},
  // nop
  (state, p) => {
const { journal,  } = state
let { flags } = state
const n = journal.logLength
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // clc
  (state, p) => {
const { journal,  } = state
let { flags } = state
const n = journal.logLength
flags = (flags & -2) | (0 << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // stc
  (state, p) => {
const { journal,  } = state
let { flags } = state
const n = journal.logLength
flags = (flags & -2) | (1 << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmc
  (state, p) => {
const { journal,  } = state
let { flags } = state
const n = journal.logLength
flags = (flags & -2) | ((!((flags & 1) !== 0) ? 1 : 0) << 0)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cld
  (state, p) => {
const { journal,  } = state
let { flags } = state
const n = journal.logLength
flags = (flags & -1025) | (0 << 10)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // std
  (state, p) => {
const { journal,  } = state
let { flags } = state
const n = journal.logLength
flags = (flags & -1025) | (1 << 10)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movaps register128, register128
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 3]!
n = state.putVector(t5, t1, t2, t3, t4, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movaps register128, memory128
  (state, p, at, low) => {
const { journal, view, code } = state
let { flags } = state
let n = journal.logLength
if ((low & 15) !== 0) {
return -2
}
const t0 = view.getInt32(at + 0, true)
const t1 = view.getInt32(at + 4, true)
const t2 = view.getInt32(at + 8, true)
const t3 = view.getInt32(at + 12, true)
const t4 = code[p + 3]!
n = state.putVector(t4, t0, t1, t2, t3, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movaps memory128, register128
  (state, p, at, low) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
if ((low & 15) !== 0) {
return -2
}
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
log[n] = t5 + 3
log[n + 1] = words[t5 + 3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 4
log[n + 1] = words[t5 + 4]!
n += 2
}
view.setInt32(at + 0, t1, true)
view.setInt32(at + 4, t2, true)
view.setInt32(at + 8, t3, true)
view.setInt32(at + 12, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movups register128, memory128
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at + 0, true)
const t1 = view.getInt32(at + 4, true)
const t2 = view.getInt32(at + 8, true)
const t3 = view.getInt32(at + 12, true)
const t4 = code[p + 3]!
n = state.putVector(t4, t0, t1, t2, t3, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movups memory128, register128
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
log[n] = t5 + 3
log[n + 1] = words[t5 + 3]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 4
log[n + 1] = words[t5 + 4]!
n += 2
}
view.setInt32(at + 0, t1, true)
view.setInt32(at + 4, t2, true)
view.setInt32(at + 8, t3, true)
view.setInt32(at + 12, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movss register128, register32
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = code[p + 3]!
const t4 = words[t2 + 1]!
const t5 = words[t2 + 2]!
const t6 = words[t2 + 3]!
const t7 = code[p + 3]!
n = state.putVector(t7, t1, t4, t5, t6, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movss register128, memory32
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = code[p + 3]!
n = state.putVector(t1, t0, 0, 0, 0, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movss register32, register128
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t5 = code[p + 3]!
const t7 = words[t5 + 1]!
const t8 = words[t5 + 2]!
const t9 = words[t5 + 3]!
const t10 = code[p + 3]!
n = state.putVector(t10, t1, t7, t8, t9, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movss memory32, register128
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
}
view.setInt32(at, t1, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsd register128, register64
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 3]!
const t6 = words[t3 + 2]!
const t7 = words[t3 + 3]!
const t8 = code[p + 3]!
n = state.putVector(t8, t1, t2, t6, t7, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsd register128, memory64
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 3]!
n = state.putVector(t2, t0, t1, 0, 0, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsd register64, register128
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t5 = code[p + 3]!
const t8 = words[t5 + 2]!
const t9 = words[t5 + 3]!
const t10 = code[p + 3]!
n = state.putVector(t10, t1, t2, t8, t9, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movsd memory64, register128
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
}
view.setInt32(at, t1, true)
view.setInt32(at + 4, t2, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movlps register128, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = view.getInt32(at + 4, true)
const t7 = code[p + 3]!
n = state.putVector(t7, t5, t6, t3, t4, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movhps register128, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t5 = view.getInt32(at, true)
const t6 = view.getInt32(at + 4, true)
const t7 = code[p + 3]!
n = state.putVector(t7, t1, t2, t5, t6, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movhps memory64, register128
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = at >> 2
log[n] = t5
log[n + 1] = words[t5]!
n += 2
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
if ((at & 3) !== 0) {
log[n] = t5 + 2
log[n + 1] = words[t5 + 2]!
n += 2
}
view.setInt32(at, t3, true)
view.setInt32(at + 4, t4, true)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movhlps register128, register128
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t8 = words[t5 + 2]!
const t9 = words[t5 + 3]!
const t10 = code[p + 3]!
n = state.putVector(t10, t8, t9, t3, t4, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movlhps register128, register128
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t5 = code[p + 4]!
const t6 = words[t5 + 0]!
const t7 = words[t5 + 1]!
const t10 = code[p + 3]!
n = state.putVector(t10, t1, t2, t6, t7, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movd register128, register32
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = code[p + 3]!
n = state.putVector(t2, t1, 0, 0, 0, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movd register32, register128
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t1
if (words[t5 + 1] !== 0) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movq register128, register64
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 3]!
n = state.putVector(t3, t1, t2, 0, 0, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movq register64, register128
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t5 = code[p + 3]!
log[n] = t5
log[n + 1] = words[t5]!
n += 2
words[t5] = t1
if (words[t5 + 1] !== t2) {
log[n] = t5 + 1
log[n + 1] = words[t5 + 1]!
n += 2
words[t5 + 1] = t2
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pshufd register128, register128, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 12]!
const t6 = state.lanes.int32
t6[0] = 0
t6[1] = 0
t6[2] = 0
t6[3] = 0
t6[4] = t1
t6[5] = t2
t6[6] = t3
t6[7] = t4
if (!state.compute(p, t5)) {
return -2
}
const t7 = t6[0]!
const t8 = t6[1]!
const t9 = t6[2]!
const t10 = t6[3]!
const t11 = code[p + 3]!
n = state.putVector(t11, t7, t8, t9, t10, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pshufd register128, memory128, number8
  (state, p, at, low) => {
const { journal, view, code } = state
let { flags } = state
let n = journal.logLength
if ((low & 15) !== 0) {
return -2
}
const t0 = view.getInt32(at + 0, true)
const t1 = view.getInt32(at + 4, true)
const t2 = view.getInt32(at + 8, true)
const t3 = view.getInt32(at + 12, true)
const t4 = code[p + 12]!
const t5 = state.lanes.int32
t5[0] = 0
t5[1] = 0
t5[2] = 0
t5[3] = 0
t5[4] = t0
t5[5] = t1
t5[6] = t2
t5[7] = t3
if (!state.compute(p, t4)) {
return -2
}
const t6 = t5[0]!
const t7 = t5[1]!
const t8 = t5[2]!
const t9 = t5[3]!
const t10 = code[p + 3]!
n = state.putVector(t10, t6, t7, t8, t9, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shufps register128, register128, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5 + 0]!
const t7 = words[t5 + 1]!
const t8 = words[t5 + 2]!
const t9 = words[t5 + 3]!
const t10 = code[p + 12]!
const t11 = state.lanes.int32
t11[0] = t1
t11[1] = t2
t11[2] = t3
t11[3] = t4
t11[4] = t6
t11[5] = t7
t11[6] = t8
t11[7] = t9
if (!state.compute(p, t10)) {
return -2
}
const t12 = t11[0]!
const t13 = t11[1]!
const t14 = t11[2]!
const t15 = t11[3]!
const t16 = code[p + 3]!
n = state.putVector(t16, t12, t13, t14, t15, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // shufps register128, memory128, number8
  (state, p, at, low) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
if ((low & 15) !== 0) {
return -2
}
const t5 = view.getInt32(at + 0, true)
const t6 = view.getInt32(at + 4, true)
const t7 = view.getInt32(at + 8, true)
const t8 = view.getInt32(at + 12, true)
const t9 = code[p + 12]!
const t10 = state.lanes.int32
t10[0] = t1
t10[1] = t2
t10[2] = t3
t10[3] = t4
t10[4] = t5
t10[5] = t6
t10[6] = t7
t10[7] = t8
if (!state.compute(p, t9)) {
return -2
}
const t11 = t10[0]!
const t12 = t10[1]!
const t13 = t10[2]!
const t14 = t10[3]!
const t15 = code[p + 3]!
n = state.putVector(t15, t11, t12, t13, t14, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pmovmskb register32, register128
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = state.lanes.int32
t5[0] = 0
t5[1] = 0
t5[2] = 0
t5[3] = 0
t5[4] = t1
t5[5] = t2
t5[6] = t3
t5[7] = t4
if (!state.compute(p, 0)) {
return -2
}
const t6 = t5[0]!
const t10 = code[p + 3]!
log[n] = t10
log[n + 1] = words[t10]!
n += 2
words[t10] = t6
if (words[t10 + 1] !== 0) {
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
words[t10 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // movmskps register64, register128
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = state.lanes.int32
t5[0] = 0
t5[1] = 0
t5[2] = 0
t5[3] = 0
t5[4] = t1
t5[5] = t2
t5[6] = t3
t5[7] = t4
if (!state.compute(p, 0)) {
return -2
}
const t6 = t5[0]!
const t7 = t5[1]!
const t10 = code[p + 3]!
log[n] = t10
log[n + 1] = words[t10]!
n += 2
words[t10] = t6
if (words[t10 + 1] !== t7) {
log[n] = t10 + 1
log[n + 1] = words[t10 + 1]!
n += 2
words[t10 + 1] = t7
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pextrw register32, register128, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 12]!
const t6 = state.lanes.int32
t6[0] = 0
t6[1] = 0
t6[2] = 0
t6[3] = 0
t6[4] = t1
t6[5] = t2
t6[6] = t3
t6[7] = t4
if (!state.compute(p, t5)) {
return -2
}
const t7 = t6[0]!
const t11 = code[p + 3]!
log[n] = t11
log[n + 1] = words[t11]!
n += 2
words[t11] = t7
if (words[t11 + 1] !== 0) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
words[t11 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pextrw register64, register128, number8
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 12]!
const t6 = state.lanes.int32
t6[0] = 0
t6[1] = 0
t6[2] = 0
t6[3] = 0
t6[4] = t1
t6[5] = t2
t6[6] = t3
t6[7] = t4
if (!state.compute(p, t5)) {
return -2
}
const t7 = t6[0]!
const t8 = t6[1]!
const t11 = code[p + 3]!
log[n] = t11
log[n + 1] = words[t11]!
n += 2
words[t11] = t7
if (words[t11 + 1] !== t8) {
log[n] = t11 + 1
log[n + 1] = words[t11 + 1]!
n += 2
words[t11 + 1] = t8
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pinsrw register128, register16, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = (t6) & 65535
const t8 = code[p + 12]!
const t9 = state.lanes.int32
t9[0] = t1
t9[1] = t2
t9[2] = t3
t9[3] = t4
t9[4] = t7
t9[5] = 0
t9[6] = 0
t9[7] = 0
if (!state.compute(p, t8)) {
return -2
}
const t10 = t9[0]!
const t11 = t9[1]!
const t12 = t9[2]!
const t13 = t9[3]!
const t14 = code[p + 3]!
n = state.putVector(t14, t10, t11, t12, t13, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pinsrw register128, memory16, number8
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getUint16(at, true)
const t6 = code[p + 12]!
const t7 = state.lanes.int32
t7[0] = t1
t7[1] = t2
t7[2] = t3
t7[3] = t4
t7[4] = t5
t7[5] = 0
t7[6] = 0
t7[7] = 0
if (!state.compute(p, t6)) {
return -2
}
const t8 = t7[0]!
const t9 = t7[1]!
const t10 = t7[2]!
const t11 = t7[3]!
const t12 = code[p + 3]!
n = state.putVector(t12, t8, t9, t10, t11, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pinsrw register128, register16, number8
  (state, p) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = view.getUint16(t5, true)
const t7 = code[p + 12]!
const t8 = state.lanes.int32
t8[0] = t1
t8[1] = t2
t8[2] = t3
t8[3] = t4
t8[4] = t6
t8[5] = 0
t8[6] = 0
t8[7] = 0
if (!state.compute(p, t7)) {
return -2
}
const t9 = t8[0]!
const t10 = t8[1]!
const t11 = t8[2]!
const t12 = t8[3]!
const t13 = code[p + 3]!
n = state.putVector(t13, t9, t10, t11, t12, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // pinsrw register128, register16, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t8 = (t6) & 65535
const t9 = code[p + 12]!
const t10 = state.lanes.int32
t10[0] = t1
t10[1] = t2
t10[2] = t3
t10[3] = t4
t10[4] = t8
t10[5] = 0
t10[6] = 0
t10[7] = 0
if (!state.compute(p, t9)) {
return -2
}
const t11 = t10[0]!
const t12 = t10[1]!
const t13 = t10[2]!
const t14 = t10[3]!
const t15 = code[p + 3]!
n = state.putVector(t15, t11, t12, t13, t14, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // paddb register128, register128
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5 + 0]!
const t7 = words[t5 + 1]!
const t8 = words[t5 + 2]!
const t9 = words[t5 + 3]!
const t10 = state.lanes.int32
t10[0] = t1
t10[1] = t2
t10[2] = t3
t10[3] = t4
t10[4] = t6
t10[5] = t7
t10[6] = t8
t10[7] = t9
if (!state.compute(p, 0)) {
return -2
}
const t11 = t10[0]!
const t12 = t10[1]!
const t13 = t10[2]!
const t14 = t10[3]!
const t15 = code[p + 3]!
n = state.putVector(t15, t11, t12, t13, t14, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // paddb register128, memory128
  (state, p, at, low) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
if ((low & 15) !== 0) {
return -2
}
const t5 = view.getInt32(at + 0, true)
const t6 = view.getInt32(at + 4, true)
const t7 = view.getInt32(at + 8, true)
const t8 = view.getInt32(at + 12, true)
const t9 = state.lanes.int32
t9[0] = t1
t9[1] = t2
t9[2] = t3
t9[3] = t4
t9[4] = t5
t9[5] = t6
t9[6] = t7
t9[7] = t8
if (!state.compute(p, 0)) {
return -2
}
const t10 = t9[0]!
const t11 = t9[1]!
const t12 = t9[2]!
const t13 = t9[3]!
const t14 = code[p + 3]!
n = state.putVector(t14, t10, t11, t12, t13, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // psllw register128, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 12]!
const t6 = state.lanes.int32
t6[0] = t1
t6[1] = t2
t6[2] = t3
t6[3] = t4
t6[4] = t5
t6[5] = 0
t6[6] = 0
t6[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t7 = t6[0]!
const t8 = t6[1]!
const t9 = t6[2]!
const t10 = t6[3]!
const t11 = code[p + 3]!
n = state.putVector(t11, t7, t8, t9, t10, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // addss register128, register32
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = state.lanes.int32
t7[0] = t1
t7[1] = t2
t7[2] = t3
t7[3] = t4
t7[4] = t6
t7[5] = 0
t7[6] = 0
t7[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t8 = t7[0]!
const t9 = t7[1]!
const t10 = t7[2]!
const t11 = t7[3]!
const t12 = code[p + 3]!
n = state.putVector(t12, t8, t9, t10, t11, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // addss register128, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = state.lanes.int32
t6[0] = t1
t6[1] = t2
t6[2] = t3
t6[3] = t4
t6[4] = t5
t6[5] = 0
t6[6] = 0
t6[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t7 = t6[0]!
const t8 = t6[1]!
const t9 = t6[2]!
const t10 = t6[3]!
const t11 = code[p + 3]!
n = state.putVector(t11, t7, t8, t9, t10, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // addsd register128, register64
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = words[t5 + 1]!
const t8 = state.lanes.int32
t8[0] = t1
t8[1] = t2
t8[2] = t3
t8[3] = t4
t8[4] = t6
t8[5] = t7
t8[6] = 0
t8[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t9 = t8[0]!
const t10 = t8[1]!
const t11 = t8[2]!
const t12 = t8[3]!
const t13 = code[p + 3]!
n = state.putVector(t13, t9, t10, t11, t12, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // addsd register128, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = view.getInt32(at + 4, true)
const t7 = state.lanes.int32
t7[0] = t1
t7[1] = t2
t7[2] = t3
t7[3] = t4
t7[4] = t5
t7[5] = t6
t7[6] = 0
t7[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t8 = t7[0]!
const t9 = t7[1]!
const t10 = t7[2]!
const t11 = t7[3]!
const t12 = code[p + 3]!
n = state.putVector(t12, t8, t9, t10, t11, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmpss register128, register32, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = code[p + 12]!
const t8 = state.lanes.int32
t8[0] = t1
t8[1] = t2
t8[2] = t3
t8[3] = t4
t8[4] = t6
t8[5] = 0
t8[6] = 0
t8[7] = 0
if (!state.compute(p, t7)) {
return -2
}
const t9 = t8[0]!
const t10 = t8[1]!
const t11 = t8[2]!
const t12 = t8[3]!
const t13 = code[p + 3]!
n = state.putVector(t13, t9, t10, t11, t12, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmpss register128, memory32, number8
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = code[p + 12]!
const t7 = state.lanes.int32
t7[0] = t1
t7[1] = t2
t7[2] = t3
t7[3] = t4
t7[4] = t5
t7[5] = 0
t7[6] = 0
t7[7] = 0
if (!state.compute(p, t6)) {
return -2
}
const t8 = t7[0]!
const t9 = t7[1]!
const t10 = t7[2]!
const t11 = t7[3]!
const t12 = code[p + 3]!
n = state.putVector(t12, t8, t9, t10, t11, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmpsd register128, register64, number8
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = words[t5 + 1]!
const t8 = code[p + 12]!
const t9 = state.lanes.int32
t9[0] = t1
t9[1] = t2
t9[2] = t3
t9[3] = t4
t9[4] = t6
t9[5] = t7
t9[6] = 0
t9[7] = 0
if (!state.compute(p, t8)) {
return -2
}
const t10 = t9[0]!
const t11 = t9[1]!
const t12 = t9[2]!
const t13 = t9[3]!
const t14 = code[p + 3]!
n = state.putVector(t14, t10, t11, t12, t13, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cmpsd register128, memory64, number8
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = view.getInt32(at + 4, true)
const t7 = code[p + 12]!
const t8 = state.lanes.int32
t8[0] = t1
t8[1] = t2
t8[2] = t3
t8[3] = t4
t8[4] = t5
t8[5] = t6
t8[6] = 0
t8[7] = 0
if (!state.compute(p, t7)) {
return -2
}
const t9 = t8[0]!
const t10 = t8[1]!
const t11 = t8[2]!
const t12 = t8[3]!
const t13 = code[p + 3]!
n = state.putVector(t13, t9, t10, t11, t12, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ucomiss register128, register32
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = state.lanes.int32
t7[0] = t1
t7[1] = t2
t7[2] = t3
t7[3] = t4
t7[4] = t6
t7[5] = 0
t7[6] = 0
t7[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t8 = t7[0]!
const t12 = (t8 >>> 2) & 1
flags = (flags & -65) | ((t12) << 6)
const t13 = (t8 >>> 1) & 1
flags = (flags & -5) | ((t13) << 2)
const t14 = (t8 >>> 0) & 1
flags = (flags & -2) | ((t14) << 0)
flags = (flags & -2049) | (0 << 11)
flags = (flags & -17) | (0 << 4)
flags = (flags & -129) | (0 << 7)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ucomiss register128, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = state.lanes.int32
t6[0] = t1
t6[1] = t2
t6[2] = t3
t6[3] = t4
t6[4] = t5
t6[5] = 0
t6[6] = 0
t6[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t7 = t6[0]!
const t11 = (t7 >>> 2) & 1
flags = (flags & -65) | ((t11) << 6)
const t12 = (t7 >>> 1) & 1
flags = (flags & -5) | ((t12) << 2)
const t13 = (t7 >>> 0) & 1
flags = (flags & -2) | ((t13) << 0)
flags = (flags & -2049) | (0 << 11)
flags = (flags & -17) | (0 << 4)
flags = (flags & -129) | (0 << 7)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ucomisd register128, register64
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = words[t5 + 1]!
const t8 = state.lanes.int32
t8[0] = t1
t8[1] = t2
t8[2] = t3
t8[3] = t4
t8[4] = t6
t8[5] = t7
t8[6] = 0
t8[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t9 = t8[0]!
const t13 = (t9 >>> 2) & 1
flags = (flags & -65) | ((t13) << 6)
const t14 = (t9 >>> 1) & 1
flags = (flags & -5) | ((t14) << 2)
const t15 = (t9 >>> 0) & 1
flags = (flags & -2) | ((t15) << 0)
flags = (flags & -2049) | (0 << 11)
flags = (flags & -17) | (0 << 4)
flags = (flags & -129) | (0 << 7)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // ucomisd register128, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
const n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = view.getInt32(at + 4, true)
const t7 = state.lanes.int32
t7[0] = t1
t7[1] = t2
t7[2] = t3
t7[3] = t4
t7[4] = t5
t7[5] = t6
t7[6] = 0
t7[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t8 = t7[0]!
const t12 = (t8 >>> 2) & 1
flags = (flags & -65) | ((t12) << 6)
const t13 = (t8 >>> 1) & 1
flags = (flags & -5) | ((t13) << 2)
const t14 = (t8 >>> 0) & 1
flags = (flags & -2) | ((t14) << 0)
flags = (flags & -2049) | (0 << 11)
flags = (flags & -17) | (0 << 4)
flags = (flags & -129) | (0 << 7)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rcpps register128, register128
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = state.lanes.int32
t5[0] = 0
t5[1] = 0
t5[2] = 0
t5[3] = 0
t5[4] = t1
t5[5] = t2
t5[6] = t3
t5[7] = t4
if (!state.compute(p, 0)) {
return -2
}
const t6 = t5[0]!
const t7 = t5[1]!
const t8 = t5[2]!
const t9 = t5[3]!
const t10 = code[p + 3]!
n = state.putVector(t10, t6, t7, t8, t9, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // rcpps register128, memory128
  (state, p, at, low) => {
const { journal, view, code } = state
let { flags } = state
let n = journal.logLength
if ((low & 15) !== 0) {
return -2
}
const t0 = view.getInt32(at + 0, true)
const t1 = view.getInt32(at + 4, true)
const t2 = view.getInt32(at + 8, true)
const t3 = view.getInt32(at + 12, true)
const t4 = state.lanes.int32
t4[0] = 0
t4[1] = 0
t4[2] = 0
t4[3] = 0
t4[4] = t0
t4[5] = t1
t4[6] = t2
t4[7] = t3
if (!state.compute(p, 0)) {
return -2
}
const t5 = t4[0]!
const t6 = t4[1]!
const t7 = t4[2]!
const t8 = t4[3]!
const t9 = code[p + 3]!
n = state.putVector(t9, t5, t6, t7, t8, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvtsi2ss register128, register32
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = state.lanes.int32
t7[0] = t1
t7[1] = t2
t7[2] = t3
t7[3] = t4
t7[4] = t6
t7[5] = 0
t7[6] = 0
t7[7] = 0
if (!state.compute(p, 32)) {
return -2
}
const t8 = t7[0]!
const t9 = t7[1]!
const t10 = t7[2]!
const t11 = t7[3]!
const t12 = code[p + 3]!
n = state.putVector(t12, t8, t9, t10, t11, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvtsi2ss register128, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = state.lanes.int32
t6[0] = t1
t6[1] = t2
t6[2] = t3
t6[3] = t4
t6[4] = t5
t6[5] = 0
t6[6] = 0
t6[7] = 0
if (!state.compute(p, 32)) {
return -2
}
const t7 = t6[0]!
const t8 = t6[1]!
const t9 = t6[2]!
const t10 = t6[3]!
const t11 = code[p + 3]!
n = state.putVector(t11, t7, t8, t9, t10, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvtsi2ss register128, register64
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = code[p + 4]!
const t6 = words[t5]!
const t7 = words[t5 + 1]!
const t8 = state.lanes.int32
t8[0] = t1
t8[1] = t2
t8[2] = t3
t8[3] = t4
t8[4] = t6
t8[5] = t7
t8[6] = 0
t8[7] = 0
if (!state.compute(p, 64)) {
return -2
}
const t9 = t8[0]!
const t10 = t8[1]!
const t11 = t8[2]!
const t12 = t8[3]!
const t13 = code[p + 3]!
n = state.putVector(t13, t9, t10, t11, t12, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvtsi2ss register128, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 3]!
const t1 = words[t0 + 0]!
const t2 = words[t0 + 1]!
const t3 = words[t0 + 2]!
const t4 = words[t0 + 3]!
const t5 = view.getInt32(at, true)
const t6 = view.getInt32(at + 4, true)
const t7 = state.lanes.int32
t7[0] = t1
t7[1] = t2
t7[2] = t3
t7[3] = t4
t7[4] = t5
t7[5] = t6
t7[6] = 0
t7[7] = 0
if (!state.compute(p, 64)) {
return -2
}
const t8 = t7[0]!
const t9 = t7[1]!
const t10 = t7[2]!
const t11 = t7[3]!
const t12 = code[p + 3]!
n = state.putVector(t12, t8, t9, t10, t11, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvttss2si register32, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = state.lanes.int32
t2[0] = 0
t2[1] = 0
t2[2] = 0
t2[3] = 0
t2[4] = t1
t2[5] = 0
t2[6] = 0
t2[7] = 0
if (!state.compute(p, 32)) {
return -2
}
const t3 = t2[0]!
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t3
if (words[t7 + 1] !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvttss2si register32, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = state.lanes.int32
t1[0] = 0
t1[1] = 0
t1[2] = 0
t1[3] = 0
t1[4] = t0
t1[5] = 0
t1[6] = 0
t1[7] = 0
if (!state.compute(p, 32)) {
return -2
}
const t2 = t1[0]!
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t2
if (words[t6 + 1] !== 0) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvttss2si register64, register32
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = state.lanes.int32
t2[0] = 0
t2[1] = 0
t2[2] = 0
t2[3] = 0
t2[4] = t1
t2[5] = 0
t2[6] = 0
t2[7] = 0
if (!state.compute(p, 64)) {
return -2
}
const t3 = t2[0]!
const t4 = t2[1]!
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t3
if (words[t7 + 1] !== t4) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = t4
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvttss2si register64, memory32
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = state.lanes.int32
t1[0] = 0
t1[1] = 0
t1[2] = 0
t1[3] = 0
t1[4] = t0
t1[5] = 0
t1[6] = 0
t1[7] = 0
if (!state.compute(p, 64)) {
return -2
}
const t2 = t1[0]!
const t3 = t1[1]!
const t6 = code[p + 3]!
log[n] = t6
log[n + 1] = words[t6]!
n += 2
words[t6] = t2
if (words[t6 + 1] !== t3) {
log[n] = t6 + 1
log[n + 1] = words[t6 + 1]!
n += 2
words[t6 + 1] = t3
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvttsd2si register32, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = state.lanes.int32
t3[0] = 0
t3[1] = 0
t3[2] = 0
t3[3] = 0
t3[4] = t1
t3[5] = t2
t3[6] = 0
t3[7] = 0
if (!state.compute(p, 32)) {
return -2
}
const t4 = t3[0]!
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t4
if (words[t8 + 1] !== 0) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvttsd2si register32, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = state.lanes.int32
t2[0] = 0
t2[1] = 0
t2[2] = 0
t2[3] = 0
t2[4] = t0
t2[5] = t1
t2[6] = 0
t2[7] = 0
if (!state.compute(p, 32)) {
return -2
}
const t3 = t2[0]!
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t3
if (words[t7 + 1] !== 0) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = 0
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvttsd2si register64, register64
  (state, p) => {
const { journal, words, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = state.lanes.int32
t3[0] = 0
t3[1] = 0
t3[2] = 0
t3[3] = 0
t3[4] = t1
t3[5] = t2
t3[6] = 0
t3[7] = 0
if (!state.compute(p, 64)) {
return -2
}
const t4 = t3[0]!
const t5 = t3[1]!
const t8 = code[p + 3]!
log[n] = t8
log[n + 1] = words[t8]!
n += 2
words[t8] = t4
if (words[t8 + 1] !== t5) {
log[n] = t8 + 1
log[n + 1] = words[t8 + 1]!
n += 2
words[t8 + 1] = t5
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvttsd2si register64, memory64
  (state, p, at) => {
const { journal, words, view, code } = state
const { log } = journal
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = state.lanes.int32
t2[0] = 0
t2[1] = 0
t2[2] = 0
t2[3] = 0
t2[4] = t0
t2[5] = t1
t2[6] = 0
t2[7] = 0
if (!state.compute(p, 64)) {
return -2
}
const t3 = t2[0]!
const t4 = t2[1]!
const t7 = code[p + 3]!
log[n] = t7
log[n + 1] = words[t7]!
n += 2
words[t7] = t3
if (words[t7 + 1] !== t4) {
log[n] = t7 + 1
log[n + 1] = words[t7 + 1]!
n += 2
words[t7 + 1] = t4
}
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvtdq2pd register128, register64
  (state, p) => {
const { journal, words, code } = state
let { flags } = state
let n = journal.logLength
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = state.lanes.int32
t3[0] = 0
t3[1] = 0
t3[2] = 0
t3[3] = 0
t3[4] = t1
t3[5] = t2
t3[6] = 0
t3[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t4 = t3[0]!
const t5 = t3[1]!
const t6 = t3[2]!
const t7 = t3[3]!
const t8 = code[p + 3]!
n = state.putVector(t8, t4, t5, t6, t7, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
  // cvtdq2pd register128, memory64
  (state, p, at) => {
const { journal, view, code } = state
let { flags } = state
let n = journal.logLength
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = state.lanes.int32
t2[0] = 0
t2[1] = 0
t2[2] = 0
t2[3] = 0
t2[4] = t0
t2[5] = t1
t2[6] = 0
t2[7] = 0
if (!state.compute(p, 0)) {
return -2
}
const t3 = t2[0]!
const t4 = t2[1]!
const t5 = t2[2]!
const t6 = t2[3]!
const t7 = code[p + 3]!
n = state.putVector(t7, t3, t4, t5, t6, n)
p += 16
state.flags = flags
journal.logLength = n
return p
},
]
